/// Width and height of a picture, written `1280*720` natively and `1280x720` in the compatible dialect.
struct PixelSize: Sendable, Equatable {
    let width: Int
    let height: Int

    init(_ width: Int, _ height: Int) {
        self.width = width
        self.height = height
    }

    init?(_ text: String, mark: Character = "*") {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]), width > 0, height > 0 else {
            return nil
        }
        self.init(width, height)
    }

    /// The area of a resolution class in another shape, sides in whole 16 pixels.
    init?(resolution: String, ratio: String) {
        guard let short = Int(resolution.dropLast()), resolution.hasSuffix("P"),
            let shape = PixelSize(ratio, mark: ":")
        else { return nil }
        if ratio == "16:9" || ratio == "9:16" {
            let long = (short * 16 / 9 + 8) / 16 * 16
            self = shape.width > shape.height ? PixelSize(long, short) : PixelSize(short, long)
            return
        }
        let area = Double(short * short) * 16 / 9
        func side(_ part: Int, _ other: Int) -> Int {
            Int(((area * Double(part) / Double(other)).squareRoot() / 16).rounded()) * 16
        }
        self.init(side(shape.width, shape.height), side(shape.height, shape.width))
    }

    var text: String { "\(width)*\(height)" }
    var area: Int { width * height }
    var longest: Int { max(width, height) }
    var shortest: Int { min(width, height) }
    /// How many times longer the long side is.
    var stretch: Double { Double(longest) / Double(shortest) }

    /// The aspect ratio in the smallest whole numbers.
    var ratio: String {
        var (a, b) = (width, height)
        while b > 0 { (a, b) = (b, a % b) }
        return "\(width / a):\(height / a)"
    }

    /// The resolution class whose area is nearest.
    func resolution(of classes: [Int] = [480, 720, 1080]) -> Int {
        classes.min { abs($0 * $0 * 16 / 9 - area) < abs($1 * $1 * 16 / 9 - area) } ?? 720
    }
}

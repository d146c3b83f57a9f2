/// Which picture sizes a model makes: named ones, an area with a greatest stretch, or a range of sides.
struct SizeRule: Sendable {
    private let named: [String: String]
    private let area: ClosedRange<Int>?
    private let areaWithImages: Int
    private let sides: ClosedRange<Int>?
    private let stretch: Double

    init(_ entry: JSON) {
        var named: [String: String] = [:]
        for member in entry["named"]?.object?.members ?? [] { named[member.key] = member.value.string }
        self.named = named
        area = Self.range(entry["area"])
        sides = Self.range(entry["sides"])
        areaWithImages = entry["areaWithImages"]?.int ?? .max
        stretch = entry["ratio"]?.double ?? 100
    }

    var expectation: String {
        if let sides { return "sides must be in [\(sides.lowerBound), \(sides.upperBound)], written width*height" }
        guard let area else { return "must be written width*height" }
        return "area must be in [\(area.lowerBound), \(area.upperBound)], written width*height"
    }

    func pixels(_ text: String, hasImages: Bool) -> PixelSize? {
        guard let size = PixelSize(named[text] ?? text), size.stretch <= stretch else { return nil }
        if hasImages, size.area > areaWithImages { return nil }
        if named[text] != nil { return size }
        if let area, !area.contains(size.area) { return nil }
        if let sides, !sides.contains(size.width) || !sides.contains(size.height) { return nil }
        return size
    }

    private static func range(_ entry: JSON?) -> ClosedRange<Int>? {
        guard let bounds = entry?.array?.compactMap(\.int), bounds.count == 2, bounds[0] <= bounds[1] else {
            return nil
        }
        return bounds[0]...bounds[1]
    }
}

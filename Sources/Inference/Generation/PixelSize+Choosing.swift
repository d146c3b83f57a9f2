#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension PixelSize {
    /// How different a shape is: the logarithm of the quotient of the ratios.
    func distance(to ratio: Double) -> Double { abs(log(self.ratio / ratio)) }

    /// The listed size that is nearest by shape, then by area.
    func nearest(in sizes: [PixelSize]) -> PixelSize? {
        sizes.min { left, right in
            let shapes = (left.distance(to: ratio), right.distance(to: ratio))
            if abs(shapes.0 - shapes.1) > 0.001 { return shapes.0 < shapes.1 }
            return abs(log(Double(left.area) / Double(area))) < abs(log(Double(right.area) / Double(area)))
        }
    }

    /// A size of a shape and an area, with sides that are multiples of 16.
    init(ratio: Double, area: Int) {
        let width = (Double(area) * ratio).squareRoot()
        self.init(width: Self.rounded(width), height: Self.rounded(width / ratio))
    }

    /// The same shape, as far as bounds allow, within them.
    func fitted(to bounds: FrameGeometry.FreeSize) -> PixelSize {
        guard !fits(bounds) else { return self }
        let limit = bounds.maxElongation ?? .infinity
        let shape = min(max(ratio, 1 / limit), limit)
        let area = bounds.area.map { Swift.min(Swift.max(self.area, $0.lowerBound), $0.upperBound) } ?? self.area
        var fitted = PixelSize(ratio: shape, area: area)
        if let sides = bounds.sides {
            fitted.width = Swift.min(Swift.max(fitted.width, sides.lowerBound), sides.upperBound)
            fitted.height = Swift.min(Swift.max(fitted.height, sides.lowerBound), sides.upperBound)
        }
        if let area = bounds.area {
            while fitted.area > area.upperBound { fitted.shrink() }
            while fitted.area < area.lowerBound { fitted.grow() }
        }
        return fitted
    }

    private func fits(_ bounds: FrameGeometry.FreeSize) -> Bool {
        (bounds.area?.contains(area) ?? true)
            && (bounds.sides.map { $0.contains(width) && $0.contains(height) } ?? true)
            && (bounds.maxElongation.map { max(ratio, 1 / ratio) <= $0 } ?? true)
    }

    private mutating func shrink() { if width >= height { width -= 16 } else { height -= 16 } }

    private mutating func grow() { if width <= height { width += 16 } else { height += 16 } }

    private static func rounded(_ side: Double) -> Int { Swift.max(16, Int((side / 16).rounded()) * 16) }
}

extension AspectRatio {
    /// The listed ratio that is nearest.
    static func nearest(to value: Double, in ratios: [AspectRatio]) -> AspectRatio? {
        ratios.filter { $0.value != nil }.min { left, right in
            abs(log((left.value ?? 1) / value)) < abs(log((right.value ?? 1) / value))
        }
    }
}

extension FrameGeometry.FreeSize {
    /// The area of a result when only its shape was wished for.
    var usualArea: Int {
        initial.flatMap { PixelSize($0)?.area ?? ResolutionName.area($0) } ?? area?.upperBound ?? 1 << 20
    }
}

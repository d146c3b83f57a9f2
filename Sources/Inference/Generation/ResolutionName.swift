#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Names of resolutions: `720P` counts lines, `2K` columns of thousands.
enum ResolutionName {
    /// The lines of a picture; `nil` when the name says nothing.
    private static func lines(_ name: String) -> Double? {
        guard let number = Double(name.dropLast()), number > 0 else { return nil }
        switch name.last {
        case "p", "P": return number
        case "k", "K": return number * 540
        default: return nil
        }
    }

    /// The pixels of a square picture of the resolution.
    static func area(_ name: String?) -> Int? {
        guard let name, let number = Double(name.dropLast()), number > 0, number < 10_000 else { return nil }
        switch name.last {
        case "k", "K": return Int(number * 1024) * Int(number * 1024)
        case "p", "P": return Int(number * number * 16 / 9)
        default: return nil
        }
    }

    /// The listed name that is nearest; the same one in any case first.
    static func nearest(_ wanted: String, in names: [String]) -> String? {
        if let same = names.first(where: { $0.lowercased() == wanted.lowercased() }) { return same }
        guard let lines = lines(wanted) else { return nil }
        return nearest(toLines: lines, in: names)
    }

    /// The listed name that is nearest to a size.
    static func nearest(to size: PixelSize, in names: [String]) -> String? {
        nearest(toLines: (Double(size.area) * 9 / 16).squareRoot(), in: names)
    }

    private static func nearest(toLines wanted: Double, in names: [String]) -> String? {
        names.min { left, right in
            abs(log((lines(left) ?? 1) / wanted)) < abs(log((lines(right) ?? 1) / wanted))
        }
    }
}

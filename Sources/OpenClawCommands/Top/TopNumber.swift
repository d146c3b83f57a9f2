/// Numbers in few characters.
enum TopNumber {
    static func rate(_ rate: Double?) -> String {
        guard let rate else { return "-" }
        return rate >= 100 ? String(Int(rate.rounded())) : tenths(rate)
    }

    /// `950`, `12.3k`, `4.5M`.
    static func short(_ number: Int) -> String {
        switch number {
        case ..<10_000: String(number)
        case ..<1_000_000: tenths(Double(number) / 1_000) + "k"
        default: tenths(Double(number) / 1_000_000) + "M"
        }
    }

    /// `12 ms`, `1.5 s`, `2 min`.
    static func time(_ seconds: Double) -> String {
        switch seconds {
        case ..<1: "\(max(0, Int((seconds * 1000).rounded()))) ms"
        case ..<60: tenths(seconds) + " s"
        default: span(seconds)
        }
    }

    static func span(_ seconds: Double) -> String {
        switch max(0, Int(seconds)) {
        case let count where count < 60: "\(count) s"
        case let count where count < 3600: "\(count / 60) min"
        case let count where count < 86_400: "\(count / 3600) h \(count / 60 % 60) min"
        case let count: "\(count / 86_400) d \(count / 3600 % 24) h"
        }
    }

    private static func tenths(_ number: Double) -> String {
        let tenths = Int((max(0, number) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

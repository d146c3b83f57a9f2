import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Moments as event loops count them, and the lines with the time of day that stand in every answer's head.
struct GatewayClock {
    private var lines: [UInt8] = []
    private var linesSecond = -1

    /// Nanoseconds on a clock that never runs backwards.
    static var now: UInt64 { NIODeadline.now().uptimeNanoseconds }

    static func seconds(_ count: Int) -> UInt64 { UInt64(count) * 1_000_000_000 }

    /// Seconds since 1970.
    static var unixTime: Double {
        var moment = timespec()
        clock_gettime(CLOCK_REALTIME, &moment)
        return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
    }

    /// What stands in the heads of all answers, from the end of the first line on: made once a second.
    ///
    /// - Parameter second: seconds since 1970.
    mutating func commonLines(at second: Int) -> [UInt8] {
        guard second != linesSecond else { return lines }
        linesSecond = second
        let date = Self.text(second)
        lines = Array(
            "\r\ndate: \(date)\r\ncache-control: no-store\r\nx-content-type-options: nosniff\r\n".utf8)
        return lines
    }

    /// `Mon, 23 Nov 2026 09:05:01 GMT`.
    private static func text(_ second: Int) -> String {
        var second = second
        var parts = tm()
        gmtime_r(&second, &parts)
        let pad = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][Int(parts.tm_wday)]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = "\(pad(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900)"
        return "\(day), \(date) \(pad(parts.tm_hour)):\(pad(parts.tm_min)):\(pad(parts.tm_sec)) GMT"
    }
}

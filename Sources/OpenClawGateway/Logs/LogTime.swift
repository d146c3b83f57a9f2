import OpenClawHost

/// A moment as logs write it: `2026-11-23T08:42:36.125Z`.
enum LogTime {
    static func text(_ time: Double) -> String {
        let milliseconds = Int((time * 1000).rounded(.down))
        let seconds = milliseconds / 1000
        let day = CivilDate(days: seconds / 86_400).components
        let clock = seconds % 86_400
        return String(unsafeUninitializedCapacity: 24) { bytes in
            var place = 0
            let write = { (number: Int, digits: Int, end: UInt8) in
                var rest = number
                for index in (place..<place + digits).reversed() {
                    bytes[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
                bytes[place + digits] = end
                place += digits + 1
            }
            write(day.year, 4, UInt8(ascii: "-"))
            write(day.month, 2, UInt8(ascii: "-"))
            write(day.day, 2, UInt8(ascii: "T"))
            write(clock / 3600, 2, UInt8(ascii: ":"))
            write(clock / 60 % 60, 2, UInt8(ascii: ":"))
            write(clock % 60, 2, UInt8(ascii: "."))
            write(milliseconds % 1000, 3, UInt8(ascii: "Z"))
            return place
        }
    }
}

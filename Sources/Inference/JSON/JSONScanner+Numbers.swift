extension JSONScanner {
    /// The value of a number that is a whole number in range, also when written as `1.0` or `1e3`; otherwise `nil`.
    public static func integer(_ range: Range<Int>, in span: RawSpan) -> Int? {
        var offset = range.lowerBound
        let isNegative = offset < range.upperBound && span.byte(offset) == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        var value = 0
        guard offset < range.upperBound else { return nil }
        while offset < range.upperBound {
            let digit = span.byte(offset) &- UInt8(ascii: "0")
            guard digit <= 9 else { return number(range, in: span)?.int }
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.subtractingReportingOverflow(Int(digit))
            guard !overflow, !carry else { return nil }
            value = sum
            offset += 1
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// The value of a number of up to 18 digits and nothing else, and the offset after it: most numbers are read and checked at
    /// once so.
    @inline(__always)
    static func plainInteger(in span: RawSpan, at start: Int) -> (value: Int, end: Int)? {
        var (value, offset) = (0, start)
        while span.isInside(offset), case let digit = span.byte(offset) &- UInt8(ascii: "0"), digit <= 9 {
            value = value &* 10 &+ Int(digit)
            offset &+= 1
        }
        let count = offset &- start
        guard count == 1 || (2...18).contains(count) && span.byte(start) != UInt8(ascii: "0"), span.isInside(offset)
        else { return nil }
        let next = span.byte(offset)
        return next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") ? nil : (value, offset)
    }

    /// The nearest double of a number; `nil` for other kinds.
    static func double(_ range: Range<Int>, in span: RawSpan) -> Double? {
        // So many digits and such a power of ten are exact, and the one division rounds as it should.
        guard range.count <= 15 else { return number(range, in: span)?.double }
        var offset = range.lowerBound
        let isNegative = offset < range.upperBound && span.byte(offset) == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        var (digits, divisor, hasPoint) = (0, 1, false)
        while offset < range.upperBound {
            let byte = span.byte(offset)
            let digit = byte &- UInt8(ascii: "0")
            if digit <= 9 {
                digits = digits * 10 + Int(digit)
                if hasPoint { divisor *= 10 }
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                return number(range, in: span)?.double
            }
            offset += 1
        }
        guard kind(in: span, at: range.lowerBound) == .number else { return nil }
        let value = Double(digits) / Double(divisor)
        return isNegative ? -value : value
    }

    /// A number with its spelling, `nil` for other kinds.
    public static func number(_ range: Range<Int>, in span: RawSpan) -> JSONNumber? {
        guard kind(in: span, at: range.lowerBound) == .number else { return nil }
        return JSONNumber(verbatim: span.text(range))
    }

    /// Checks the number that begins at `start`; returns the offset after it.
    @inline(__always)
    static func endOfNumber(in span: RawSpan, at start: Int) throws(JSONSyntaxError) -> Int {
        var offset = start
        if span.byte(offset) == UInt8(ascii: "-") { offset += 1 }
        if span.isInside(offset), span.byte(offset) == UInt8(ascii: "0") {
            offset += 1
        } else {
            offset = try endOfDigits(in: span, at: offset)
        }
        if span.isInside(offset), span.byte(offset) == UInt8(ascii: ".") {
            offset = try endOfDigits(in: span, at: offset + 1)
        }
        if span.isInside(offset), span.byte(offset) | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if span.isInside(offset), span.byte(offset) == UInt8(ascii: "+") || span.byte(offset) == UInt8(ascii: "-") {
                offset += 1
            }
            offset = try endOfDigits(in: span, at: offset)
        }
        return offset
    }

    @inline(__always)
    private static func endOfDigits(in span: RawSpan, at start: Int) throws(JSONSyntaxError) -> Int {
        var offset = start
        while span.isInside(offset), span.byte(offset) &- UInt8(ascii: "0") <= 9 { offset += 1 }
        guard offset > start else { throw JSONSyntaxError(.number, at: start, in: span) }
        return offset
    }
}

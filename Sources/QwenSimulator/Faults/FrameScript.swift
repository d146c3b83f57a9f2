/// Turns frames into steps, letting the faults of the request and the pace of the simulator have their way.
struct FrameScript: Sendable {
    private let faults: [FaultBehaviour: Fault]
    private let errorFrame: @Sendable (String) -> Frame
    private let pace: Duration
    private var dataFrames = 0
    private var isFirst = true
    private var ended = false

    init(faults: [FaultBehaviour: Fault], pace: Duration, errorFrame: @escaping @Sendable (String) -> Frame) {
        self.faults = faults
        self.pace = pace
        self.errorFrame = errorFrame
    }

    mutating func steps(for frame: Frame) -> [ReplyStep] {
        guard !ended, faults[.emptyStream] == nil, !isDropped(frame) else { return [] }
        var steps: [ReplyStep] = []
        if frame.kind == .data || frame.kind == .finish {
            if let end = interruption() {
                ended = true
                return end
            }
            steps += pauses()
            dataFrames += 1
        }
        return steps + written(frame)
    }

    private func isDropped(_ frame: Frame) -> Bool {
        switch frame.kind {
        case .done: faults[.noDone] != nil
        case .finish: faults[.noFinish] != nil
        case .usage: faults[.noUsage] != nil
        case .data, .comment: false
        }
    }

    private mutating func interruption() -> [ReplyStep]? {
        if let fault = faults[.cutStream], dataFrames == fault.number("chunks") ?? 1 { return [.cut] }
        if let fault = faults[.reset], dataFrames == fault.number("chunks") ?? 1 { return [.reset] }
        if let fault = faults[.midStreamError], dataFrames == fault.number("chunks") ?? 1 {
            return written(errorFrame(fault.values["error"] ?? "internal_server_error"))
        }
        return nil
    }

    private mutating func pauses() -> [ReplyStep] {
        var steps: [ReplyStep] = []
        if dataFrames > 0, pace > .zero { steps.append(.pause(pace)) }
        if let fault = faults[.slow] { steps.append(.pause(fault.duration("ms") ?? .milliseconds(50))) }
        if let fault = faults[.silence], dataFrames == fault.number("chunks") ?? 0 {
            steps += comments(for: fault.number("ms") ?? 600_000, every: fault.number("every") ?? 1000)
        }
        if let fault = faults[.keepAlive] {
            for _ in 0..<(fault.number("count") ?? 1) { steps += written(Frame(.comment, ": keep-alive\n\n")) }
        }
        return steps
    }

    private mutating func comments(for total: Int, every interval: Int) -> [ReplyStep] {
        var steps: [ReplyStep] = []
        var rest = total
        while rest > 0 {
            let next = min(rest, max(1, interval))
            steps.append(.pause(.milliseconds(next)))
            steps += written(Frame(.comment, ": keep-alive\n\n"))
            rest -= next
        }
        return steps
    }

    private mutating func written(_ frame: Frame) -> [ReplyStep] {
        var bytes = frame.bytes
        if faults[.carriageReturns] != nil {
            bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        }
        if isFirst, faults[.byteOrderMark] != nil { bytes = [0xEF, 0xBB, 0xBF] + bytes }
        isFirst = false
        guard let size = faults[.slow]?.number("bytes"), size > 0 else { return [.bytes(bytes)] }
        return stride(from: 0, to: bytes.count, by: size).map { .bytes(Array(bytes[$0..<min($0 + size, bytes.count)])) }
    }
}

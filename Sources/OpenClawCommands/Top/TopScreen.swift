import Inference

/// The live view: the whole terminal, renewed every second and when its size changes, and given back however it ends.
struct TopScreen: Sendable {
    let context: CommandContext
    let sampler: TopSampler

    /// How often keys and the size are looked at.
    private static let tick: Duration = .milliseconds(100)
    private static let ticksOfASecond = 10

    func run() async throws {
        let keys = try RawTerminal.open()
        defer { keys.restore() }
        // The other screen, so that what was there before comes back; no cursor.
        try context.output.write("\u{1B}[?1049h\u{1B}[?25l")
        defer { try? context.output.write("\u{1B}[?25h\u{1B}[?1049l") }
        try await context.untilInterrupted { try await follow(keys) }
    }

    private func follow(_ keys: RawTerminal) async throws {
        var sampler = sampler
        var size = (0, 0)
        var count = 0
        while true {
            if count % Self.ticksOfASecond == 0, count > 0 { try sampler.sample(at: context.now()) }
            let now = (context.output.columns ?? 80, context.output.rows ?? 24)
            if now != size || count % Self.ticksOfASecond == 0 {
                size = now
                try draw(sampler.state, size)
            }
            for key in keys.pending() where Self.leaves(key) { return }
            count += 1
            try await Task.sleep(for: Self.tick)
        }
    }

    /// q, Ctrl-C and Ctrl-D.
    private static func leaves(_ key: UInt8) -> Bool { [UInt8(ascii: "q"), UInt8(ascii: "Q"), 3, 4].contains(key) }

    private func draw(_ state: TopState, _ size: (columns: Int, rows: Int)) throws {
        let view = TopView(state, style: context.style, zone: context.zone)
        let lines = view.lines(width: size.columns, height: size.rows)
        // Every line is cleared behind its text and the rest of the screen after it, so that nothing flickers.
        let text = lines.map { $0 + "\u{1B}[K" }.joined(separator: "\n")
        try context.output.write("\u{1B}[H" + text + "\u{1B}[J")
    }
}

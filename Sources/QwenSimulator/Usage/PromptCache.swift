import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Remembers prompts so that repeated prefixes are counted as hits, automatically or by marks.
final class PromptCache: Sendable {
    private struct State {
        var prompts: [String: [[UInt8]]] = [:]
        var marked: [[UInt8]: Date] = [:]
    }

    private static let leastImplicit = 256
    private static let leastExplicit = 1024
    private static let mostMarks = 4
    private static let blocksBack = 20
    private static let life: TimeInterval = 300
    private static let keptPrompts = 16
    private static let keptBytes = 1 << 20

    private let state = Mutex(State())

    func clear() { state.withLock { $0 = State() } }

    /// Fills in what of the prompt was cached; marks switch the automatic cache off.
    func account(_ ask: ChatAsk, owner: String, now: Date, usage: inout Usage) {
        let blocks = ask.card.explicitCache ? PromptBlock.blocks(of: ask, owner: owner) : []
        if blocks.contains(where: \.isMarked) {
            explicit(blocks, now: now, usage: &usage)
        } else if ask.card.implicitCache {
            implicit(ask, owner: owner, usage: &usage)
        }
    }

    private func implicit(_ ask: ChatAsk, owner: String, usage: inout Usage) {
        var text = ask.tools.map { $0.name + $0.description + $0.parameters.text }.joined()
        for message in ask.messages {
            text += "\u{1}\(message.role)\u{2}\(message.text)" + message.media.flatMap(\.urls).joined()
        }
        let bytes = Array(text.utf8.prefix(Self.keptBytes))
        let key = "\(owner)|\(ask.card.id)"
        let longest = state.withLock { state in
            var kept = state.prompts[key] ?? []
            let longest = kept.map { Self.commonPrefix($0, bytes) }.max() ?? 0
            kept.append(bytes)
            if kept.count > Self.keptPrompts { kept.removeFirst() }
            state.prompts[key] = kept
            return longest
        }
        guard !bytes.isEmpty else { return }
        let shared = usage.text * longest / bytes.count
        if shared >= Self.leastImplicit { usage.cached = min(shared / 64 * 64, usage.text - 1) }
    }

    /// The last four marks count. Each finds what was kept at its own place or at one of the twenty blocks before it; the
    /// longest find is read, and only what goes beyond it is written.
    private func explicit(_ blocks: [PromptBlock], now: Date, usage: inout Usage) {
        usage.isExplicit = true
        let marks = blocks.indices.filter { blocks[$0].isMarked }.suffix(Self.mostMarks)
            .filter { blocks[$0].tokens >= Self.leastExplicit }
        state.withLock { state in
            state.marked = state.marked.filter { now.timeIntervalSince($0.value) < Self.life }
            let reachable = marks.flatMap { max(0, $0 - Self.blocksBack)...$0 }
            let hit = reachable.filter { state.marked[blocks[$0].key] != nil }.max()
            usage.cached = hit.map { blocks[$0].tokens } ?? 0
            usage.created = max(0, (marks.last.map { blocks[$0].tokens } ?? 0) - usage.cached)
            for place in marks + (hit.map { [$0] } ?? []) { state.marked[blocks[place].key] = now }
        }
    }

    private static func commonPrefix(_ left: [UInt8], _ right: [UInt8]) -> Int {
        zip(left, right).prefix { $0 == $1 }.count
    }
}

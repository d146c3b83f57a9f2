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
        var marked: [String: Date] = [:]
    }

    private static let leastImplicit = 256
    private static let leastExplicit = 1024
    private static let mostMarks = 4
    private static let life: TimeInterval = 300
    private static let keptPrompts = 16
    private static let keptBytes = 1 << 20

    private let state = Mutex(State())

    func clear() { state.withLock { $0 = State() } }

    /// Fills in what of the prompt was cached; marks switch the automatic cache off.
    func account(_ ask: ChatAsk, owner: String, now: Date, usage: inout Usage) {
        let hasMarks = ask.messages.contains { !$0.cacheMarks.isEmpty }
        if hasMarks, ask.card.explicitCache {
            explicit(ask, owner: owner, now: now, usage: &usage)
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

    private func explicit(_ ask: ChatAsk, owner: String, now: Date, usage: inout Usage) {
        usage.isExplicit = true
        var prefix = "\(owner)|\(ask.card.id)|" + ask.tools.map { $0.name + $0.parameters.text }.joined()
        var tokens = ask.tools.reduce(0) { $0 + TokenSplitter.count($1.parameters.text) }
        var marks: [(key: String, tokens: Int)] = []
        for message in ask.messages {
            for mark in message.cacheMarks {
                let part = String(decoding: message.text.utf8.prefix(mark), as: UTF8.self)
                marks.append((prefix + part, tokens + TokenSplitter.count(part)))
            }
            prefix += "\u{1}\(message.role)\u{2}\(message.text)"
            tokens += PromptMeter.tokens(of: message, withReasoning: ask.preserveThinking)
        }
        let usable = marks.suffix(Self.mostMarks).filter { $0.tokens >= Self.leastExplicit }
        state.withLock { state in
            let marked = state.marked
            let hit = usable.last { mark in marked[mark.key].map { now.timeIntervalSince($0) < Self.life } ?? false }
            usage.cached = hit?.tokens ?? 0
            usage.created = max(0, (usable.last?.tokens ?? 0) - usage.cached)
            for mark in usable { state.marked[mark.key] = now }
        }
    }

    private static func commonPrefix(_ left: [UInt8], _ right: [UInt8]) -> Int {
        zip(left, right).prefix { $0 == $1 }.count
    }
}

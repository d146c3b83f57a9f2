import Inference
import Synchronization

@testable import OpenClawHost

/// A person whose answers were written down before. Questions beyond the script fail the run.
final class ScriptedPrompter: Prompter {
    enum Answer: Sendable {
        case option(Int)
        case yes
        case no
        case text(String)
        case giveUp
    }

    private let script: Mutex<[Answer]>
    private let asked = Mutex<[String]>([])

    init(_ answers: Answer...) { script = Mutex(answers) }

    /// Every question and note, in order.
    var transcript: [String] { asked.withLock { $0 } }
    var isDone: Bool { script.withLock { $0.isEmpty } }

    func choose(_ question: String, among options: [PromptOption], preselected: Int) throws(InferenceError) -> Int {
        guard case .option(let index) = try next(question + ": " + options.map(\.label).joined(separator: " | ")) else {
            throw InferenceError(.cancelled, "the script has no option for: \(question)")
        }
        return index
    }

    func confirm(_ question: String, preselected: Bool) throws(InferenceError) -> Bool {
        switch try next(question) {
        case .yes: return true
        case .no: return false
        default: throw InferenceError(.cancelled, "the script has no yes or no for: \(question)")
        }
    }

    func secret(_ question: String) throws(InferenceError) -> String {
        guard case .text(let text) = try next(question) else {
            throw InferenceError(.cancelled, "the script has no text for: \(question)")
        }
        return text
    }

    func note(_ title: String, _ lines: [String]) {
        asked.withLock { $0.append("[\(title)] " + lines.joined(separator: " / ")) }
    }

    private func next(_ question: String) throws(InferenceError) -> Answer {
        asked.withLock { $0.append(question) }
        let answer = script.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        guard let answer else { throw InferenceError(.cancelled, "unexpected question: \(question)") }
        if case .giveUp = answer { throw InferenceError(.cancelled, "interrupted") }
        return answer
    }
}

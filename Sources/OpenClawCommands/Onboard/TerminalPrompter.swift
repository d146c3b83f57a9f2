import Inference
import OpenClawHost

/// Asks on a terminal. Questions go to standard error, so that standard output holds results only.
struct TerminalPrompter: Prompter {
    var context: CommandContext

    func choose(_ question: String, among options: [PromptOption], preselected: Int) throws(InferenceError) -> Int {
        context.say("")
        context.say(context.diagnosticStyle.bold(question))
        for (index, option) in options.enumerated() {
            let hint = option.hint.isEmpty ? "" : "  " + context.diagnosticStyle.dim(option.hint)
            context.say("  \(index + 1). \(option.label)\(hint)")
        }
        for _ in 1...3 {
            let answer = try line("Choice [\(preselected + 1)]: ")
            if answer.isEmpty { return preselected }
            if let number = Int(answer), (1...options.count).contains(number) { return number - 1 }
            context.say("expected a number from 1 to \(options.count)")
        }
        throw cancelled
    }

    func confirm(_ question: String, preselected: Bool) throws(InferenceError) -> Bool {
        for _ in 1...3 {
            switch try line("\(question) [\(preselected ? "Y/n" : "y/N")] ").lowercased() {
            case "": return preselected
            case "y", "yes": return true
            case "n", "no": return false
            default: context.say("expected y or n")
            }
        }
        throw cancelled
    }

    func secret(_ question: String) throws(InferenceError) -> String {
        ask("\(question): ")
        defer { context.say("") }
        let answer = try context.input.readLine(hidden: true)
        guard let answer else { throw cancelled }
        context.scrubber.learn(Secret(answer))
        return answer
    }

    func note(_ title: String, _ lines: [String]) {
        context.say("")
        if !title.isEmpty { context.say(context.diagnosticStyle.bold(title)) }
        for line in lines { context.say("  " + line) }
    }

    private func line(_ question: String) throws(InferenceError) -> String {
        ask(question)
        guard let answer = try context.input.readLine(hidden: false) else { throw cancelled }
        return answer.trimmingASCIIWhitespace()
    }

    private func ask(_ question: String) { try? context.diagnostics.write(question) }

    private var cancelled: InferenceError { InferenceError(.cancelled, "setup cancelled; nothing was written") }
}

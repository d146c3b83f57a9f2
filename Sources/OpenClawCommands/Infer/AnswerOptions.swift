import ArgumentParser

/// What is shown of an answer.
package struct AnswerOptions: ParsableArguments {
    @Flag(help: "Print one JSON object when the answer is complete, also for errors.")
    package var json = false

    @Flag(help: "Hide the reasoning.")
    package var noReasoning = false

    @Flag(help: "Print the reasoning on standard error, also when nobody watches.")
    package var showReasoning = false

    @Flag(help: "Print tokens and cost on standard error, also when nobody watches.")
    package var usage = false

    package init() {}

    package func validate() throws {
        if noReasoning && showReasoning { throw ValidationError("pass only one of --no-reasoning or --show-reasoning") }
    }
}

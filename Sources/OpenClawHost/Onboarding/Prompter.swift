package import Inference

/// Asks a person. Commands put a terminal behind it, tests a script.
package protocol Prompter: Sendable {
    /// The index of the chosen option.
    /// - Throws: `.cancelled` when the person gives up.
    func choose(_ question: String, among options: [PromptOption], preselected: Int) throws(InferenceError) -> Int
    func confirm(_ question: String, preselected: Bool) throws(InferenceError) -> Bool
    /// A line that is not echoed.
    func secret(_ question: String) throws(InferenceError) -> String
    /// Shows a titled note.
    func note(_ title: String, _ lines: [String])
}

/// One line of a picker.
package struct PromptOption: Hashable, Sendable {
    package var label: String
    package var hint: String

    package init(_ label: String, hint: String = "") {
        self.label = label
        self.hint = hint
    }
}

package import Inference

/// The id of a workspace at the service, which is a label of host names there: it can never lead to another host.
package struct WorkspaceID: Hashable, Sendable {
    package let text: String

    /// - Throws: `.invalidConfiguration` for anything but letters, digits, `_` and `-`, at most 64, a letter or digit first.
    package init(_ text: String) throws(InferenceError) {
        let isLetter = { (byte: UInt8) in (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) }
        let bytes = Array(text.utf8)
        guard let first = bytes.first, isLetter(first), bytes.count <= 64,
            bytes.allSatisfy({ isLetter($0) || $0 == 0x2D || $0 == 0x5F })
        else {
            throw InferenceError(
                .invalidConfiguration,
                "--workspace-id takes a workspace id: a letter or digit, then letters, digits, - and _, at most 64",
                hint: "openclaw onboard --help")
        }
        self.text = text
    }
}

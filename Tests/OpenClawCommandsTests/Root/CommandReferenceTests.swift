import ArgumentParser
import OpenClawCommands
import Testing

@Suite struct CommandReferenceTests {
    static let entries = CommandReference().entries

    @Test(arguments: entries.indices)
    func everyCommandExplainsItselfWithAnExample(_ index: Int) {
        let entry = Self.entries[index]
        let configuration = entry.type.configuration
        #expect(!configuration.abstract.isEmpty, "\(entry.words)")
        #expect(configuration.discussion.contains("Example"), "\(entry.words)")
        #expect(configuration.discussion.contains("openclaw "), "\(entry.words)")
    }

    @Test func listsEveryCommandOnceAndEveryExitCode() async {
        let run = await CommandRun.run(["__docs"])
        let headings = run.output.split(separator: "\n").filter { $0.hasPrefix("## openclaw") }
        #expect(Set(headings).count == Self.entries.count)
        #expect(headings.contains("## openclaw infer model run"))
        for status in ExitStatus.table { #expect(run.output.contains("| \(status.code) | ")) }
        #expect(!run.output.contains("__docs: "))
    }
}

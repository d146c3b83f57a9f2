import Inference
import Testing

struct ChatRepairOutputTests {
    @Test func documentsUnderWayAtOnceAreGivenTheMemoryOfThoseBefore() {
        var output = ChatRepairOutput()
        for _ in 0..<2 {
            var (first, second) = (output.lend(), output.lend())
            first += Array(repeating: 1, count: 1000)
            second += Array(repeating: 2, count: 1000)
            for document in [first, second] {
                output.hand(on: document)
                #expect(output.bytes == document)
                output.reset()
            }
        }
        let memory = [output.lend(), output.lend()]
        #expect(memory.allSatisfy { $0.isEmpty })
        #expect(memory.contains { $0.capacity >= 1000 })
    }

    @Test func aDocumentThatFollowsOthersIsAppended() {
        var output = ChatRepairOutput()
        output.hand(on: [1, 2])
        output.hand(on: [3])
        #expect(output.bytes == [1, 2, 3])
    }
}

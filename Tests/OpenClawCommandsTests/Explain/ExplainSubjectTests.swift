import Testing

@testable import OpenClawCommands

@Suite struct ExplainSubjectTests {
    @Test(arguments: [
        ("7701204b0509074", "7701204b0509074"), ("msg_7701204b0509074", "7701204b0509074"),
        ("0123456789abcdef", "0123456789abcdef"),
        ("chatcmpl-9F0A1B2C-0000-4000-8000-00000000beef", "9f0a1b2c-0000-4000-8000-00000000beef"),
        ("4bf92f3577b34da6a3ce929d0e0e4736", "4bf92f3577b34da6a3ce929d0e0e4736"),
    ])
    func idsOfRequestsAreNoModels(_ argument: String, _ id: String) {
        #expect(ExplainSubject(argument) == .request(id))
    }

    @Test(arguments: ["acme/acme-small", "acme-small", "deadbeef", "7701204b050907g", "7701-204b0509074", "", "msg_"])
    func anythingElseIsAModel(_ argument: String) { #expect(ExplainSubject(argument) == .model(argument)) }

    @Test func nothingIsTheDefaultModel() { #expect(ExplainSubject(nil) == .model(nil)) }
}

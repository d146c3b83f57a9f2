import Testing

@testable import OpenClawGateway

@Suite struct UploadSpaceTests {
    @Test func isSharedByAllFormsAndGivenBackByEach() {
        let space = UploadSpace()
        let first = space.share()
        #expect(first.grow(by: 60, within: 100))
        do {
            let second = space.share()
            #expect(second.grow(by: 40, within: 100) && !second.grow(by: 1, within: 100))
        }
        #expect(first.grow(by: 40, within: 100) && !first.grow(by: 1, within: 100))
    }
}

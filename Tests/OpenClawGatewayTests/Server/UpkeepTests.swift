import Testing

@testable import OpenClawGateway

@Suite("Upkeep")
struct UpkeepTests {
    private let second: UInt64 = 1_000_000_000

    /// Whether memory is given back at each look: seconds, and requests that are open then.
    private func looks(_ upkeep: inout Upkeep, _ moments: [(second: UInt64, open: Int)]) -> [Bool] {
        moments.map { upkeep.isDue(open: $0.open, at: $0.second * second) }
    }

    @Test
    func memoryIsGivenBackOnceWhenALoadHasFallenForAWhile() {
        var upkeep = Upkeep()
        upkeep.note(open: 500)
        #expect(looks(&upkeep, [(1, 500), (2, 3), (3, 3), (4, 3)]) == [false, false, false, true])
        #expect(looks(&upkeep, [(6, 0), (9, 0)]) == [false, false])
    }

    @Test
    func aShortLullIsNoEnd() {
        var upkeep = Upkeep()
        upkeep.note(open: 500)
        #expect(looks(&upkeep, [(1, 0), (2, 400), (4, 0)]) == [false, false, false])
        #expect(upkeep.isPending)
    }

    @Test
    func whatFewRequestsLeaveIsGivenBackWhenNobodyCameForLong() {
        var upkeep = Upkeep()
        upkeep.note(open: 8)
        #expect(looks(&upkeep, [(1, 8), (2, 0), (30, 0)]) == [false, false, false])
        upkeep.note(open: 1)
        upkeep.note(open: 0)
        #expect(looks(&upkeep, [(31, 0), (32, 0), (61, 0)]) == [false, false, false])
        #expect(upkeep.isPending)
        #expect(looks(&upkeep, [(62, 0)]) == [true])
        #expect(!upkeep.isPending)
    }

    @Test
    func onlyCodeOfFilesIsLetGo() {
        let maps = """
            55d0-5600 r--p 00000000 fd:00 123                        /usr/bin/openclaw
            5600-5a00 r-xp 00001000 fd:00 123                        /usr/bin/openclaw
            5a00-5b00 rw-p 00005000 fd:00 123                        /usr/bin/openclaw
            7f00-7f10 r-xp 00000000 00:00 0
            7ffc-7ffe r-xp 00000000 00:00 0                          [vdso]

            """
        #expect(ResidentMemory.codeRanges(in: Array(maps.utf8)) == [0x5600..<0x5A00])
    }
}

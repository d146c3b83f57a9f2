import Inference
import OpenClawHost
import OpenClawStore

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

func measureRoutes(_ report: inout Report, _ room: HostRoom) throws {
    let name = "route decided, 3 models, 3 keys"
    try report.measure(name, calls: 5000, budget: 20) { keep(try room.dispatcher.upcoming(room.candidates)) }
    // One key rests, so that the second one is chosen and its record is looked at.
    let route = try room.dispatcher.upcoming(room.candidates)
    let key = HealthKey.credential(CredentialFingerprint.of(route.account.credential.secret), of: "acme")
    _ = try room.store.update(key) { record in
        record.fail(
            .init(.quotaExhausted, "used up", resetAt: 4e9), of: nil, at: 1_795_402_800, cooldowns: Cooldowns(),
            provider: "acme")
    }
    try report.measure(name + ", one resting", calls: 5000, budget: 20) {
        keep(try room.dispatcher.upcoming(room.candidates))
    }
    report.measure("  of that: health of a provider", calls: 50_000) { keep(room.store.records(of: "acme")) }
    report.measure("use of a key noted", calls: 50_000, budget: 1) { room.store.touch(key, at: 1_795_402_800) }
}

func measureLedger(_ report: inout Report, _ room: HostRoom) throws {
    let rows = 10_000
    var callers: [Double] = []
    var totals: [Double] = []
    for _ in 0..<9 {
        let (thread, process) = (CPUClock.thread, CPUClock.now)
        for _ in 0..<rows { try room.ledger.append(HostRoom.record) }
        callers.append((CPUClock.thread - thread) / Double(rows))
        try room.ledger.flush()
        totals.append((CPUClock.now - process) / Double(rows))
    }
    report.line("usage row appended, cost to the caller", callers.sorted()[4], budget: 1)
    report.line("usage row appended and written, all threads", totals.sorted()[4])
}

var report = Report()
let room = try HostRoom()
defer { room.remove() }
try measureRoutes(&report, room)
try measureLedger(&report, room)
if CommandLine.arguments.contains("--check"), !report.isWithinBudgets {
    room.remove()
    exit(1)
}

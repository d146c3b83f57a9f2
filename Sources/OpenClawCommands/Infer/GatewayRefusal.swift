import ArgumentParser

/// Commands ask services themselves: they have the gateway's keys, rests, books and jobs, and need none that runs.
enum GatewayRefusal {
    static func check(_ isWanted: Bool) throws {
        guard isWanted else { return }
        throw ValidationError(
            "this command does not support --gateway: it asks the service itself, with the same keys, limits and books; "
                + "run it without --gateway")
    }
}

/// Whether the clock agrees with those of the services that answered.
struct ClockCheck: DoctorCheck {
    let id = "clock"

    func run(_ context: DoctorContext) async -> [DoctorFinding] {
        let answers = context.examinations.flatMap { [$0.answer].compactMap(\.self) + ($0.others?.answers ?? []) }
        guard let time = answers.lazy.compactMap(\.serverTime).first else { return [] }
        let difference = Int((context.now - time).rounded())
        guard abs(difference) > 300 else { return [finding(.ok, "the clock agrees with the service")] }
        let minutes = abs(difference) / 60
        return [
            finding(
                .error,
                "the clock of this machine is \(minutes) minutes \(difference > 0 ? "ahead of" : "behind") the service's; "
                    + "certificates and plan windows are judged wrongly",
                fixCommand: "sudo timedatectl set-ntp true")
        ]
    }
}

import Inference
package import OpenClawHost

extension CommandContext {
    /// The ledger of an installation.
    ///
    /// - Throws: `.unsupported` in a build without a store.
    func ledger(of installation: Installation) throws(InferenceError) -> any UsageLedger {
        guard let ledger = makeLedger(installation.locations.stateDirectory) else {
            throw InferenceError(.unsupported, "this build keeps no ledger")
        }
        return ledger
    }

    /// What keeps the books of this process; `nil` in a build without a store.
    package func usageRecorder(of installation: Installation) -> UsageRecorder? {
        makeLedger(installation.locations.stateDirectory).map { ledger in
            UsageRecorder(
                ledger: ledger, settings: UsageSettings(configuration: installation.configuration.json), zone: zone,
                now: now, warn: warn)
        }
    }
}

import Inference

extension Onboarding {
    /// Writes the key, then the configuration, and returns what became of earlier keys.
    ///
    /// When the configuration cannot be written, the credentials are put back, so that nothing is half done.
    func write(_ plan: OnboardingPlan) throws(InferenceError) -> [String] {
        if let placement = plan.placement, placement.isBeside {
            var notes: [String] = []
            try store.update { notes = placement.apply(to: &$0) }
            return notes
        }
        try edit(plan.changes, isDryRun: true)
        guard let placement = plan.placement else {
            try edit(plan.changes)
            return []
        }
        var before: AuthProfiles?
        var notes: [String] = []
        try store.update { profiles in
            before = profiles
            notes = placement.apply(to: &profiles)
        }
        do throws(InferenceError) {
            try edit(plan.changes)
        } catch {
            if let before { try? store.update { $0 = before } }
            throw error
        }
        try preferPlaced(placement)
        return notes
    }

    /// An order that was set for the agent would otherwise keep the new key from being used.
    private func preferPlaced(_ placement: ProfilePlacement) throws(InferenceError) {
        guard let order = store.loadState().order(for: placement.spellings), order.first != placement.profileID else {
            return
        }
        let preferred = [placement.profileID] + order.filter { $0 != placement.profileID }
        try store.updateState { $0.setOrder(preferred, for: placement.provider, spellings: placement.spellings) }
    }
}

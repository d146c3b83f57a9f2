package import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A speech of several requests that is not complete yet: what came of it, and a note beside it that says how far it is. What
/// is on disk decides: whoever asks for the same speech again goes on behind the last complete request.
package struct SpeechDraft: Sendable {
    /// How far it is. Written only after the sound is safe.
    package struct Note: Hashable, Sendable, Codable {
        /// Of everything that the sound depends on.
        package var fingerprint: String
        /// Complete requests, and the bytes of their sound.
        package var requests: Int
        package var bytes: Int
        package var characters: Int?
        package var requestIDs: [String]
        /// What they cost.
        package var amount: String?
        package var currency: String?

        package var outcome: SpeechOutcome {
            var outcome = SpeechOutcome(byteCount: bytes, characters: characters, requestIDs: requestIDs)
            if let amount = amount.flatMap({ Decimal(string: $0) }), let currency {
                outcome.cost = CostEstimate(amount: amount, currency: currency)
            }
            return outcome
        }
    }

    package let soundPath: String
    private let notePath: String
    private let fingerprint: String
    private let headerLength: Int

    /// - Parameter stem: the path of the sound without its ending.
    package init(stem: String, format: SoundFormat, fingerprint: String) {
        soundPath = stem + ".partial." + format.ending
        notePath = stem + ".partial.json"
        self.fingerprint = fingerprint
        headerLength = format == .wav ? WaveHeader.length : 0
    }

    /// What everything depends on that is heard, as one text.
    package static func fingerprint(of prepared: PreparedSpeech, _ digest: any ContentDigest) -> String {
        let plan = prepared.plan
        let parts: [JSONValue] = [
            .string(prepared.reference.description), .string(plan.voice), .string(plan.language ?? ""),
            .string(plan.format.rawValue), .int(plan.sampleRate), .object(plan.parameters),
            .array(plan.requests.map { .array($0.map { .string($0) }) }),
        ]
        digest.add(JSONValue.array(parts).serialized())
        return digest.finish()
    }

    /// How far the same speech is; `nil` when there is nothing to go on from.
    package func note() -> Note? {
        guard let bytes = try? FileContents.read(notePath),
            let note = try? JSONDecoder().decode(Note.self, from: Data(bytes)),
            note.fingerprint == fingerprint, note.requests > 0, note.bytes > 0,
            let reader = try? MediaReader(soundPath), reader.byteCount >= headerLength + note.bytes
        else { return nil }
        return note
    }

    /// Whether the place is taken by another speech that broke off.
    package var isOther: Bool {
        guard let bytes = try? FileContents.read(notePath) else { return false }
        return (try? JSONDecoder().decode(Note.self, from: Data(bytes)))?.fingerprint != fingerprint
    }

    /// Writes down how far it is.
    package func save(requests: Int, _ outcome: SpeechOutcome) throws(InferenceError) {
        let note = Note(
            fingerprint: fingerprint, requests: requests, bytes: outcome.byteCount, characters: outcome.characters,
            requestIDs: outcome.requestIDs, amount: outcome.cost.map { "\($0.amount)" },
            currency: outcome.cost?.currency)
        let bytes: Data
        do { bytes = try JSONEncoder().encode(note) } catch {
            throw InferenceError(.storeFailed, "the speech cannot be written down: \(error)")
        }
        do throws(FileError) { try AtomicFile(notePath, mode: 0o644).replace(with: Array(bytes)) } catch {
            throw error.inferenceError
        }
    }

    /// Forgets how far it was.
    package func forget() { try? FileManager.default.removeItem(atPath: notePath) }
}

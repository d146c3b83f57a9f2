#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A call for a media model on its way through the checks.
struct MediaAsk: Sendable {
    let service: SimulatedService
    let context: CallContext
    let card: MediaCard
    let path: String
    let input: JSON
    let parameters: JSON

    /// The value of a parameter, checked, or the model's own.
    func parameter(_ name: String, hasImages: Bool = false) throws(ServiceError) -> JSON? {
        guard let rule = card.parameter(name) else { return .none }
        return try rule.value(in: parameters, hasImages: hasImages)
    }

    func checkParameters(hasImages: Bool = false) throws(ServiceError) {
        for rule in card.parameters { _ = try rule.value(in: parameters, hasImages: hasImages) }
    }

    /// Puts a result into the storage for a day and gives its address.
    func publish(
        _ name: String, type: String, padding: Int = 0, isSecure: Bool = true,
        _ content: @escaping @Sendable () -> [UInt8]
    ) -> String {
        let now = service.now()
        var generator = SeededGenerator(seed: service.world.seed, salt: "result:\(context.requestID):\(name)")
        let day = ServiceTime.text(now).prefix(10).filter { $0 != "-" }
        let key = "\(generator.hexadecimal(2))/\(generator.hexadecimal(2))/\(day)/\(generator.hexadecimal(16))/\(name)"
        let address = StorageAddress(bucket: "dashscope-result-\(context.endpoint.region)", key: key)
        service.storage.put(StoredObject(type: type, created: now, padding: padding, content: content), at: address)
        return address.signedURL(
            for: context, expires: now.addingTimeInterval(TaskRecord.lifetime), secret: service.storage.secret,
            isSecure: isSecure)
    }

    func charge(_ unit: Charge.Unit, _ quantity: Double, price: Double, detail: String = "") -> Charge {
        Charge(
            endpoint: context.endpoint.id, requestID: context.requestID, model: card.id, unit: unit,
            quantity: quantity, price: price, detail: detail)
    }
}

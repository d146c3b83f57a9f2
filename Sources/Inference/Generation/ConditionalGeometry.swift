/// What sizes a result may have while a parameter of the model's own is on.
public struct ConditionalGeometry: Hashable, Sendable {
    public var parameter: String
    public var geometry: FrameGeometry

    public init(parameter: String, geometry: FrameGeometry) {
        self.parameter = parameter
        self.geometry = geometry
    }
}

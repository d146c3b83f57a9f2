/// Leave to upload files for one model of one account: where to, with which form fields, how large, how long.
public struct UploadPermit: Hashable, Sendable {
    /// The address of the form. No credential goes there.
    public var address: String
    /// The fields of the form in order, without the key and the file.
    public var fields: [Field]
    /// What names of files begin with.
    public var folder: String
    /// The largest file in bytes.
    public var maxBytes: Int
    /// For how many seconds the leave is good.
    public var lifetime: Double
    /// For how many seconds an uploaded file is good.
    public var fileLifetime: Double
    /// What stands before the name of a file where a request refers to it.
    public var referencePrefix: String

    /// A field of a form.
    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(
        address: String, fields: [Field], folder: String, maxBytes: Int, lifetime: Double, fileLifetime: Double,
        referencePrefix: String = ""
    ) {
        self.address = address
        self.fields = fields
        self.folder = folder
        self.maxBytes = maxBytes
        self.lifetime = lifetime
        self.fileLifetime = fileLifetime
        self.referencePrefix = referencePrefix
    }
}

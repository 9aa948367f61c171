import UploadcareBindings

/// Any JSON value.
public typealias JsonNode = UploadcareBindings.JsonNode

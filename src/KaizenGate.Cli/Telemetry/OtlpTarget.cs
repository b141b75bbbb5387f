using System.Globalization;

namespace KaizenGate.Cli.Telemetry;

/// <summary>Where metrics go, by the variables that OpenTelemetry names for all programs.</summary>
/// <param name="Address">The address that takes metrics.</param>
/// <param name="Headers">What is sent along, such as a key.</param>
/// <param name="Timeout">How long to wait in all.</param>
/// <param name="Resource">What the figures are of.</param>
internal sealed record OtlpTarget(
    Uri Address,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    TimeSpan Timeout,
    IReadOnlyDictionary<string, string> Resource
)
{
    private const int DefaultMilliseconds = 10_000;

    /// <summary>Reads the variables.</summary>
    /// <param name="environment">The variables.</param>
    /// <param name="repository">The name of the repository; null for none.</param>
    /// <param name="warning">Why nothing is sent although it is wanted; null when all is well.</param>
    /// <returns>Null when nothing is to be sent.</returns>
    public static OtlpTarget? Of(
        IReadOnlyDictionary<string, string> environment,
        string? repository,
        out string? warning
    )
    {
        warning = null;
        var own = Value("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT");
        var common = Value("OTEL_EXPORTER_OTLP_ENDPOINT");
        var isDisabled = "true".Equals(Value("OTEL_SDK_DISABLED"), StringComparison.OrdinalIgnoreCase);
        if ((own ?? common) is not { } endpoint || isDisabled || Value("OTEL_METRICS_EXPORTER") is "none")
        {
            return null;
        }

        var protocol = Value("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL") ?? Value("OTEL_EXPORTER_OTLP_PROTOCOL");
        if (protocol is "grpc")
        {
            warning = "OTEL_EXPORTER_OTLP_PROTOCOL is grpc; metrics are sent by http/json only, usually on port 4318";
            return null;
        }

        // The common address is that of all signals; the one of the metrics is used as it is.
        var written = own ?? $"{endpoint.TrimEnd('/')}/v1/metrics";
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            warning = "OTEL_EXPORTER_OTLP_ENDPOINT is no address that begins with http:// or https://";
            return null;
        }

        var resource = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["service.name"] = Value("OTEL_SERVICE_NAME") ?? "kaizen",
        };
        foreach (var (key, value) in Pairs(Value("OTEL_RESOURCE_ATTRIBUTES")))
        {
            resource[key] = value;
        }

        if (repository is not null)
        {
            resource.TryAdd("kaizen.repository", repository);
        }

        return new(
            address,
            [.. Pairs(Value("OTEL_EXPORTER_OTLP_METRICS_HEADERS") ?? Value("OTEL_EXPORTER_OTLP_HEADERS"))],
            TimeSpan.FromMilliseconds(
                Milliseconds(Value("OTEL_EXPORTER_OTLP_METRICS_TIMEOUT") ?? Value("OTEL_EXPORTER_OTLP_TIMEOUT"))
            ),
            resource
        );

        string? Value(string name) => environment.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
    }

    private static int Milliseconds(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? Math.Min(number, 60_000)
            : DefaultMilliseconds;

    /// <summary>Pairs as in <c>key=value,key2=value%202</c>; what has no name is passed over.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Pairs(string? text)
    {
        foreach (
            var pair in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var sign = pair.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0)
            {
                yield return new(
                    Uri.UnescapeDataString(pair[..sign].Trim()),
                    Uri.UnescapeDataString(pair[(sign + 1)..].Trim())
                );
            }
        }
    }
}

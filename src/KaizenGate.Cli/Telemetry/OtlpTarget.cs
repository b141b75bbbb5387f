using System.Globalization;

namespace KaizenGate.Cli.Telemetry;

/// <summary>The destination of metrics, from the standard OpenTelemetry variables.</summary>
/// <param name="Address">The address that receives metrics.</param>
/// <param name="Headers">HTTP headers, such as a key.</param>
/// <param name="Timeout">Timeout of the whole request.</param>
/// <param name="Resource">Attributes of the resource.</param>
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
    /// <param name="repository">Name of the repository; null for none.</param>
    /// <param name="warning">Why the variables are unusable; null if they are fine.</param>
    /// <returns>Null if nothing is to be sent.</returns>
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
        if (isDisabled || Value("OTEL_METRICS_EXPORTER") is "none")
        {
            return null;
        }

        if ((own ?? common) is not { } endpoint)
        {
            warning = "OTEL_EXPORTER_OTLP_ENDPOINT is not set";
            return null;
        }

        var protocol = Value("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL") ?? Value("OTEL_EXPORTER_OTLP_PROTOCOL");
        if (protocol is "grpc")
        {
            warning = "OTEL_EXPORTER_OTLP_PROTOCOL is grpc; only http/json is supported, usually on port 4318";
            return null;
        }

        // The common endpoint needs the path of the signal; the metrics endpoint is complete.
        var written = own ?? $"{endpoint.TrimEnd('/')}/v1/metrics";
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            warning = "OTEL_EXPORTER_OTLP_ENDPOINT must start with http:// or https://";
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

    /// <summary>Parses <c>key=value,key2=value%202</c>; pairs without a key are ignored.</summary>
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

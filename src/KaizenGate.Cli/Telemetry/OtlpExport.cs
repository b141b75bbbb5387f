using System.Net;
using System.Net.Http.Headers;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Analytics;

namespace KaizenGate.Cli.Telemetry;

/// <summary>Sends the figures of a report to an OpenTelemetry collector. A failure is only a warning; it changes neither the report nor the exit code.</summary>
internal static class OtlpExport
{
    public static void Send(ImprovementReport report, Host host)
    {
        var target = OtlpTarget.Of(host.Environment, report.Name, out var warning);
        if (target is not null)
        {
            warning = Post(target, OtlpMetrics.RequestOf(report, target.Resource, host.Time.GetUtcNow()));
        }

        if (warning is not null)
        {
            host.ErrorText.WriteLine($"warning: no metrics were sent: {LogText.Message(warning)}");
        }
    }

    /// <returns>The error message; null on success.</returns>
    private static string? Post(OtlpTarget target, ReadOnlyMemory<byte> body)
    {
        try
        {
            // The headers may contain a key for this collector only, so redirects are not followed.
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
            using var client = new HttpClient(handler) { Timeout = target.Timeout };
            using var request = new HttpRequestMessage(HttpMethod.Post, target.Address)
            {
                Content = new ReadOnlyMemoryContent(body),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            foreach (var (name, value) in target.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
            return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent
                ? null
                : $"{target.Address.Authority} answered {(int)response.StatusCode}";
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or InvalidOperationException)
        {
            return $"{target.Address.Authority} cannot be reached: {failed.Message}";
        }
        catch (OperationCanceledException)
        {
            return $"{target.Address.Authority} did not answer within {target.Timeout.TotalSeconds:0.#} seconds";
        }
    }
}

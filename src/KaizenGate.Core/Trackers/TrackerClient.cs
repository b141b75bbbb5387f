using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace KaizenGate.Core.Trackers;

/// <summary>An answer of a tracker.</summary>
/// <param name="IsUnchanged">Whether the known answer still holds; then there is nothing else.</param>
/// <param name="Json">The body; null when there is none.</param>
/// <param name="ETag">The entity tag; null for none.</param>
/// <param name="Next">The address of the next page; null on the last one.</param>
/// <param name="Date">The time of the server; null when it does not say.</param>
internal sealed record TrackerAnswer(
    bool IsUnchanged,
    JsonDocument? Json,
    string? ETag,
    Uri? Next,
    DateTimeOffset? Date
);

/// <summary>
/// Asks the API of a tracker, one request after another. Waits when a limit is reached and asks again after a fault of the server, each
/// within bounds. Follows redirects, as of a renamed project, on the same server only.
/// </summary>
internal sealed class TrackerClient
{
    /// <summary>The longest wait for a limit, in all together. A pipeline should not hang.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    private const int MostTries = 4;
    private const int MostRedirects = 3;
    private const int MostRequests = 5_000;
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>One for all, which keeps connections open between requests.</summary>
    private static readonly HttpClient Http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    private readonly TrackerAccess access;
    private readonly Uri api;
    private readonly PullOptions options;
    private readonly List<(string Name, string Value)> headers = [("Accept-Encoding", "gzip")];
    private TimeSpan waited;

    /// <param name="access">The API and the token.</param>
    /// <param name="options">The version for <c>User-Agent</c>, the clock, and how to wait.</param>
    public TrackerClient(TrackerAccess access, PullOptions options)
    {
        (this.access, this.options) = (access, options);
        api = new Uri(access.Api);
        Always("User-Agent", $"KaizenGate/{Token(options.Version)}");
        if (access.Token is { } token)
        {
            Always("Authorization", $"Bearer {token}");
        }
    }

    /// <summary>The number of requests sent.</summary>
    public int Requests { get; private set; }

    /// <summary>Adds a header to every request.</summary>
    public void Always(string name, string value) => headers.Add((name, value));

    /// <summary>Asks for a resource.</summary>
    /// <param name="path">The path below the API, with a slash at its start and its query.</param>
    /// <param name="etag">The entity tag of the answer that is known; null for none.</param>
    /// <exception cref="TrackerException">It cannot be had.</exception>
    public TrackerAnswer Get(string path, string? etag = null) => Get(new Uri(access.Api + path), etag);

    /// <summary>Asks for a page that an answer named.</summary>
    /// <exception cref="TrackerException">It cannot be had.</exception>
    public TrackerAnswer Get(Uri address, string? etag = null) => Send(HttpMethod.Get, address, null, etag);

    /// <summary>Changes a resource. It is tried once: a second try could do twice what the first did.</summary>
    /// <param name="method">The method: <c>PATCH</c>.</param>
    /// <param name="path">The path below the API.</param>
    /// <param name="body">The body, JSON in UTF-8.</param>
    /// <exception cref="TrackerException">It is refused.</exception>
    public TrackerAnswer Change(string method, string path, ReadOnlyMemory<byte> body) =>
        Send(new HttpMethod(method), new Uri(access.Api + path), body, null);

    private TrackerAnswer Send(HttpMethod method, Uri address, ReadOnlyMemory<byte>? body, string? etag)
    {
        for (var (attempt, redirects) = (1, 0); ; )
        {
            if (++Requests > MostRequests)
            {
                throw new TrackerException(
                    $"more than {MostRequests:N0} requests would be needed",
                    "Name `labels` in the settings, or keep the snapshot in a cache."
                );
            }

            var isLast = attempt == MostTries || body is not null;
            try
            {
                using var request = new HttpRequestMessage(method, Same(address));
                foreach (var (name, value) in headers)
                {
                    request.Headers.TryAddWithoutValidation(name, value);
                }

                if (etag is not null)
                {
                    request.Headers.TryAddWithoutValidation("If-None-Match", etag);
                }

                if (body is { } content)
                {
                    request.Content = new ReadOnlyMemoryContent(content);
                    request.Content.Headers.ContentType = new("application/json");
                }

                using var response = Http.Send(request, HttpCompletionOption.ResponseHeadersRead);
                if ((int)response.StatusCode is 301 or 302 or 307 or 308 && response.Headers.Location is { } moved)
                {
                    address =
                        ++redirects <= MostRedirects
                            ? new Uri(address, moved)
                            : throw new TrackerException("the server redirects in a circle", "Check `host`.");
                    continue;
                }

                if (LimitOf(response) is { } limit)
                {
                    Pause(limit, "the limit of requests ends");
                    continue;
                }

                if ((int)response.StatusCode >= 500 && !isLast)
                {
                    Pause(TimeSpan.FromSeconds(1 << attempt++), "the server recovers");
                    continue;
                }

                return Read(response, address);
            }
            catch (Exception failed)
                when (failed
                        is HttpRequestException
                            or IOException
                            or InvalidDataException
                            or OperationCanceledException
                )
            {
                if (isLast)
                {
                    throw new TrackerException(
                        $"{address.Authority} cannot be reached: {Reason(failed)}",
                        "Check the network and `host` in the settings."
                    );
                }

                Pause(TimeSpan.FromSeconds(1 << attempt++), "the network recovers");
            }
        }
    }

    /// <summary>Returns an address if it is on the server that the token is for.</summary>
    private Uri Same(Uri address) =>
        address.Scheme == api.Scheme && address.Authority == api.Authority
            ? address
            : throw new TrackerException(
                $"{api.Authority} redirects to another server, {address.Authority}",
                "Name the server in `host` in the settings."
            );

    private TrackerAnswer Read(HttpResponseMessage response, Uri address)
    {
        if (response.StatusCode is HttpStatusCode.NotModified)
        {
            return new(true, null, null, null, response.Headers.Date);
        }

        if (!response.IsSuccessStatusCode)
        {
            throw Refused(response, address);
        }

        var bytes = Bytes(response);
        try
        {
            return new(
                false,
                bytes.Length == 0 ? null : JsonDocument.Parse(bytes),
                response.Headers.TryGetValues("ETag", out var tags) ? tags.First() : null,
                Next(response),
                response.Headers.Date
            );
        }
        catch (JsonException)
        {
            throw new TrackerException(
                $"{address.Authority} does not answer with JSON",
                "Check `host` in the settings: it must be the address of the server."
            );
        }
    }

    private static byte[] Bytes(HttpResponseMessage response)
    {
        using var sent = response.Content.ReadAsStream();
        // The handler would bring all methods of compression into the program.
        var isCompressed = response.Content.Headers.ContentEncoding.Contains("gzip");
        using var stream = isCompressed ? new GZipStream(sent, CompressionMode.Decompress) : sent;
        using var all = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0; )
        {
            all.Write(buffer, 0, read);
            if (all.Length > MostBytes)
            {
                throw new TrackerException($"an answer has more than {MostBytes:N0} bytes", "Check `host`.");
            }
        }

        if (!isCompressed && response.Content.Headers.ContentLength is { } length && all.Length < length)
        {
            throw new IOException("the answer is cut");
        }

        return all.ToArray();
    }

    private TrackerException Refused(HttpResponseMessage response, Uri address)
    {
        var status = (int)response.StatusCode;
        var who = access.TokenSource is { } source ? $"the token of {source}" : "a request without a token";
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new(
                $"{address.Authority} does not accept {who} ({status})",
                "Check that the token is valid and not expired."
            ),
            HttpStatusCode.Forbidden => new(
                $"{address.Authority} does not allow this for {who} ({status})",
                "The token needs the right to read issues, and to write them for changes."
            ),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new(
                $"{address.Authority} shows no such project or issue for {who} ({status})",
                "Check its name; a private project needs a token that may read it."
            ),
            _ => new($"{address.Authority} answered {status}", "Try again later."),
        };
    }

    /// <summary>Returns how long to wait because of a limit; null for none.</summary>
    private TimeSpan? LimitOf(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests))
        {
            return null;
        }

        if (response.Headers.RetryAfter is { } after)
        {
            return after.Delta ?? after.Date - options.Time.GetUtcNow() ?? TimeSpan.FromMinutes(1);
        }

        if (
            Header(response, "x-ratelimit-remaining", "ratelimit-remaining") == 0
            && Header(response, "x-ratelimit-reset", "ratelimit-reset") is { } reset
        )
        {
            return DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(reset, 0, 253_402_300_799)) - options.Time.GetUtcNow();
        }

        return response.StatusCode is HttpStatusCode.TooManyRequests ? TimeSpan.FromMinutes(1) : null;
    }

    private void Pause(TimeSpan length, string until)
    {
        length = length < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : length;
        waited += length;
        if (waited > Patience)
        {
            var at = options.Time.GetUtcNow() + length;
            throw new TrackerException(
                $"{api.Authority} asks to wait until {at:HH:mm} UTC",
                access.Token is null ? "Set a token, which has a higher limit." : "Pull again then."
            );
        }

        options.Progress?.Invoke($"waiting {Math.Ceiling(length.TotalSeconds)} s until {until}");
        options.Wait(length);
    }

    private static long? Header(HttpResponseMessage response, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (
                response.Headers.TryGetValues(name, out var values)
                && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>Reads the address of the next page from <c>Link: &lt;…&gt;; rel="next"</c>.</summary>
    private static Uri? Next(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Link", out var values))
        {
            return null;
        }

        foreach (var link in string.Join(',', values).Split('<', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = link.IndexOf('>', StringComparison.Ordinal);
            if (
                end > 0
                && link[end..].Contains("rel=\"next\"", StringComparison.Ordinal)
                && Uri.TryCreate(link[..end], UriKind.Absolute, out var next)
            )
            {
                return next;
            }
        }

        return null;
    }

    private static string Reason(Exception failed) =>
        failed is OperationCanceledException ? "it does not answer in time" : failed.Message.TrimEnd('.');

    private static string Token(string version) =>
        string.Concat(version.Where(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-'))
            is { Length: > 0 } plain
            ? plain
            : "0";
}

using System.Collections.Immutable;
using System.Text.Json;

namespace KaizenGate.Cli.Runs;

/// <summary>Who makes the checked change, by the variables of pipelines.</summary>
internal static class ChangeAuthors
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Returns the logins on the tracker; empty when unknown.</summary>
    public static ImmutableArray<string> Of(Host host) =>
        Opener(host) is { } opener ? [opener]
        : host.Environment.GetValueOrDefault("GITHUB_ACTOR") is { Length: > 0 } actor ? [actor]
        : host.Environment.GetValueOrDefault("GITLAB_USER_LOGIN") is { Length: > 0 } user ? [user]
        : [];

    /// <summary>Who opened the pull request, which someone else may have started the pipeline for; null when it is unknown.</summary>
    private static string? Opener(Host host)
    {
        if (
            host.Environment.GetValueOrDefault("GITHUB_EVENT_PATH") is not { Length: > 0 } path
            || !Path.IsPathFullyQualified(path)
        )
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(PlainFile.Read(path, MostBytes));
            return
                json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("pull_request", out var request)
                && request.ValueKind is JsonValueKind.Object
                && request.TryGetProperty("user", out var user)
                && user.ValueKind is JsonValueKind.Object
                && user.TryGetProperty("login", out var login)
                && login.ValueKind is JsonValueKind.String
                ? login.GetString()
                : null;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

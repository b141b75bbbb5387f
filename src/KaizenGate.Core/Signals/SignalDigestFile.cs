using System.Globalization;
using System.Text.Json;

namespace KaizenGate.Core.Signals;

/// <summary>The digest of a repository: JSON Lines in <c>kaizen/harvest.jsonl</c> in the git folder that all of its working trees share.</summary>
internal static class SignalDigestFile
{
    /// <summary>Its name in messages.</summary>
    public const string Shown = "kaizen/harvest.jsonl in git's folder";

    /// <summary>Years of a large team.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    private const int KeptDays = 3 * 365;
    private const int LongestReason = 200;

    /// <summary>Returns the path of the digest for a folder; null outside of a repository, or if a link is in its place.</summary>
    public static string? PathFor(string folder)
    {
        if (RepositoryFolder.Of(RealPath.Of(folder)) is not var (_, git))
        {
            return null;
        }

        if (RepositoryFolder.CommonOf(git) is not { } common)
        {
            return null;
        }

        var own = Path.Join(common, "kaizen");
        var path = Path.Join(own, "harvest.jsonl");
        return new DirectoryInfo(own).LinkTarget is null && new FileInfo(path).LinkTarget is null ? path : null;
    }

    /// <summary>The roots of all working trees of the repository of a folder, without links; empty outside of a repository.</summary>
    public static ImmutableArray<string> WorkingTrees(string folder)
    {
        if (RepositoryFolder.Of(RealPath.Of(folder)) is not var (root, git))
        {
            return [];
        }

        var common = RepositoryFolder.CommonOf(git) ?? git;
        var roots = new List<string> { RealPath.Of(root) };
        if (Path.GetFileName(common) == ".git")
        {
            roots.Add(RealPath.Of(Path.GetDirectoryName(common)!));
        }

        foreach (var (path, isFolder) in FolderEntries.Of(Path.Join(common, "worktrees")))
        {
            if (isFolder && Text(Path.Join(path, "gitdir")) is { } link && Path.IsPathFullyQualified(link))
            {
                roots.Add(RealPath.Of(Path.GetDirectoryName(link)!));
            }
        }

        return [.. roots.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Reads a digest. Lines that this version does not know are left out.</summary>
    /// <param name="path">Its absolute path; it may not exist.</param>
    /// <returns>An empty digest when there is no file.</returns>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static SignalDigest Read(string path)
    {
        try
        {
            return File.Exists(path) ? Parse(PlainFile.Read(path, MaxBytes)) : new SignalDigest();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the digest of harvests cannot be read: {e.Message.TrimEnd('.')}",
                "Delete it: the next harvest counts again what is still there.",
                Shown
            );
        }
    }

    /// <summary>Parses a digest.</summary>
    public static SignalDigest Parse(byte[] text)
    {
        var digest = new SignalDigest();
        foreach (var line in text.AsMemory().Lines())
        {
            ReadLine(line, digest);
        }

        return digest;
    }

    /// <summary>Writes a digest: what was found is added to what another run wrote meanwhile.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="found">What to add.</param>
    /// <param name="today">Counts of over three years before are left out.</param>
    /// <exception cref="InputException">It cannot be written; the old one is unchanged.</exception>
    public static void Add(string path, SignalDigest found, DateOnly today)
    {
        try
        {
            NewFile.CreateFolderOf(path);
            using var held = LockedFile.Open($"{path}.lock");
            var digest = Read(path);
            digest.Add(found);
            ReplacedFile.Write(path, stream => Write(stream, digest, today.AddDays(-KeptDays)), isLocked: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the digest of harvests cannot be written: {e.Message.TrimEnd('.')}",
                "Let no other harvest run at the same time, and check that git's folder can be written; --dry-run writes nothing.",
                Shown
            );
        }
    }

    private static void Write(Stream stream, SignalDigest digest, DateOnly from)
    {
        foreach (var source in digest.Sources.Order(StringComparer.Ordinal))
        {
            foreach (var day in digest.ObservedOn(source).Where(day => day >= from))
            {
                Line(
                    stream,
                    json =>
                    {
                        json.WriteString("source", source);
                        json.WriteString("day", Day(day));
                    }
                );
            }
        }

        foreach (var key in digest.Keys.Order(StringComparer.Ordinal))
        {
            foreach (var (day, count) in digest.Of(key).Where(one => one.Key >= from))
            {
                Line(
                    stream,
                    json =>
                    {
                        json.WriteString("key", key);
                        json.WriteString("day", Day(day));
                        json.WriteNumber("count", count.Count);
                        json.WriteNumber("sessions", count.Sessions);
                        json.WriteNumber("minutes", Math.Round(count.Minutes, 2));
                    }
                );
            }
        }

        for (var number = 1; number <= digest.Shown.Length; number++)
        {
            Line(
                stream,
                json =>
                {
                    json.WriteString("key", digest.Shown[number - 1]);
                    json.WriteNumber("shown", number);
                }
            );
        }

        foreach (var (key, decision) in digest.Decisions.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Line(
                stream,
                json =>
                {
                    json.WriteString("key", key);
                    json.WriteString("decision", NameOf(decision.Kind));
                    json.WriteString("day", Day(decision.Day));
                    json.WriteNumber("perWeek", Math.Round(decision.PerWeek, 2));
                    if (decision.Reason is { } reason)
                    {
                        json.WriteString("reason", reason.Length > LongestReason ? reason[..LongestReason] : reason);
                    }
                }
            );
        }
    }

    private static void Line(Stream stream, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void ReadLine(ReadOnlyMemory<byte> line, SignalDigest digest)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.TryGetProperty("shown", out _))
            {
                digest.Shown = digest.Shown.Add(root.GetProperty("key").GetString() ?? "");
                return;
            }

            var day = DateOnly.ParseExact(
                root.GetProperty("day").GetString() ?? "",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            );
            if (root.TryGetProperty("source", out var source))
            {
                digest.Observe(source.GetString() ?? "", day);
                return;
            }

            var key = root.GetProperty("key").GetString() ?? "";
            if (!root.TryGetProperty("decision", out var decision))
            {
                digest.Add(
                    key,
                    day,
                    new(
                        Math.Max(1, root.GetProperty("count").GetInt32()),
                        Math.Max(0, root.GetProperty("sessions").GetInt32()),
                        Math.Max(0, root.GetProperty("minutes").GetDouble())
                    )
                );
            }
            else if (KindOf(decision.GetString()) is { } kind)
            {
                digest.Decide(
                    key,
                    new(
                        kind,
                        day,
                        root.GetProperty("perWeek").GetDouble(),
                        root.TryGetProperty("reason", out var reason) ? reason.GetString() : null
                    )
                );
            }
        }
        catch (Exception unknown)
            when (unknown is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // A line of another version, or one that was damaged.
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NameOf(SignalDecisionKind kind) => kind.ToString().ToLowerInvariant();

    private static SignalDecisionKind? KindOf(string? name) =>
        name switch
        {
            "offered" => SignalDecisionKind.Offered,
            "rejected" => SignalDecisionKind.Rejected,
            "lapsed" => SignalDecisionKind.Lapsed,
            _ => null,
        };

    private static string? Text(string path)
    {
        try
        {
            return File.Exists(path) ? PlainFile.ReadText(path).Trim() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(this Memory<byte> text)
    {
        ReadOnlyMemory<byte> rest = text;
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                yield return line;
            }
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.Harvesting;

/// <summary>Reads the commits that are mined.</summary>
internal static class CommitLog
{
    private const string Name = "log";
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private const string RevertStart = "This reverts commit ";

    /// <summary>Commits that change more files move or format them.</summary>
    private const int MostFiles = 30;

    private const int MostCommits = 50_000;

    /// <summary>Files that a program writes, and texts.</summary>
    private static readonly string[] LeftOut =
    [
        ".md",
        ".lock",
        ".lock.json",
        "package-lock.json",
        "pnpm-lock.yaml",
        "npm-shrinkwrap.json",
        "go.sum",
        ".g.cs",
        ".designer.cs",
        ".min.js",
        ".min.css",
        ".snap",
        ".map",
        ".svg",
        ".png",
    ];

    /// <summary>Reads the ancestors of a commit since a day, the newest first, without merges.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static ImmutableArray<MinedCommit> Read(GitRepository git, string head, DateOnly since)
    {
        using var command = git.Start(
            Name,
            "-z",
            "--no-merges",
            "--name-only",
            "--no-renames",
            "--no-ext-diff",
            "--no-color",
            "--no-decorate",
            "--no-notes",
            "--encoding=UTF-8",
            $"--max-count={MostCommits}",
            $"--since={since:yyyy-MM-dd}T00:00:00Z",
            "--format=tformat:%x01%H%x02%ct%x02%s%x02%b",
            ObjectId.Checked(head),
            "--"
        );
        command.CloseInput();
        var parts = new PrintedOutput(git, Name, command, 0);
        var commits = ImmutableArray.CreateBuilder<MinedCommit>();
        MinedCommit? current = null;
        var files = new List<string>();
        while (parts.Next(out var part))
        {
            if (part.StartsWith("\u0001"u8) && Header(part) is { } next)
            {
                End();
                current = next;
            }
            else if (files.Count <= MostFiles)
            {
                files.Add(Encoding.UTF8.GetString(part).TrimStart('\n'));
            }
        }

        End();
        return commits.ToImmutable();

        void End()
        {
            if (current is not null)
            {
                commits.Add(current with { Files = files.Count > MostFiles ? [] : [.. files.Where(IsWritten)] });
            }

            files.Clear();
        }
    }

    /// <summary>Whether a file is written by people.</summary>
    public static bool IsWritten(string path) =>
        path.Length > 0
        && !LeftOut.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        && !path.Contains("/generated/", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWith("vendor/", StringComparison.Ordinal)
        && !path.Contains("node_modules/", StringComparison.Ordinal);

    private static MinedCommit? Header(ReadOnlySpan<byte> part)
    {
        var fields = Encoding.UTF8.GetString(part[1..]).Split('\u0002', 4);
        return
            fields is [var id, var seconds, var subject, var body]
            && ObjectId.IsValid(id)
            && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new MinedCommit(id, DateTimeOffset.FromUnixTimeSeconds(at), subject, RevertedBy(subject, body), [])
            : null;
    }

    private static string? RevertedBy(string subject, string body)
    {
        var at = body.IndexOf(RevertStart, StringComparison.Ordinal);
        if (!subject.StartsWith("Revert ", StringComparison.Ordinal) || at < 0)
        {
            return null;
        }

        var rest = body.AsSpan(at + RevertStart.Length);
        var length = rest.IndexOfAnyExcept(HexDigits);
        var id = (length < 0 ? rest : rest[..length]).ToString();
        return ObjectId.IsValid(id) ? id : null;
    }
}

using KaizenGate.Core.Editing;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli;

/// <summary>Prints what a command did with files, or with <c>--dry-run</c> would do: a line each, or one JSON document.</summary>
/// <param name="host">The environment.</param>
/// <param name="isJson">Whether to print JSON.</param>
/// <param name="isDryRun">Whether nothing is written.</param>
internal sealed class FileAnswer(Host host, bool isJson = false, bool isDryRun = false)
{
    public const string Wrote = "wrote";
    public const string Kept = "kept";
    public const string Removed = "removed";

    private static readonly JsonContract<ChangedFile> File = new(omitsNull: true)
    {
        { "path", file => file.Path },
        { "action", file => file.What },
        { "remark", file => file.Remark },
        { "diff", file => file.Diff },
    };

    private readonly List<ChangedFile> files = [];

    public static JsonContract<FileAnswer> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "dryRun", answer => answer.IsDryRun },
            { "files", answer => answer.files, File },
        };

    public bool IsDryRun => isDryRun;

    public bool IsJson => isJson;

    /// <summary>Whether a file was written or removed, or would be.</summary>
    public bool HasChanges => files.Exists(file => file.What != Kept);

    /// <summary>Prints what was done with a file.</summary>
    /// <param name="what"><see cref="Wrote"/>, <see cref="Kept"/> or <see cref="Removed"/>.</param>
    /// <param name="path">Its path for messages, with slashes.</param>
    /// <param name="remark">Why, or what it is for.</param>
    /// <param name="before">Its text before; null if there was none.</param>
    /// <param name="after">Its text after; null if there is none.</param>
    public void Add(string what, string path, string remark, string? before = null, string? after = null)
    {
        var diff = isDryRun && what != Kept ? UnifiedDiff.Of(path, before ?? "", after ?? "") : null;
        files.Add(new(what, path, remark, diff));
        if (isJson)
        {
            return;
        }

        if (diff is not null)
        {
            PrintDiff(host, diff);
        }

        Prose.WriteLine(
            isDryRun && what != Kept
                ? $"would {(what == Wrote ? "write" : "remove")}  {LogText.Of(path)}"
                : $"{what, -5}  {LogText.Of(path), -28}  {remark}"
        );
    }

    /// <summary>Receives sentences: standard error where standard output is a diff or JSON.</summary>
    public TextWriter Prose => isJson || isDryRun ? host.ErrorText : host.Text;

    /// <summary>Prints the JSON document, if one was requested.</summary>
    public void End()
    {
        if (isJson)
        {
            Contract.Write(host.Output, this);
        }
    }

    /// <summary>Prints a diff. Programs read it too, so only control characters are made visible.</summary>
    public static void PrintDiff(Host host, string diff)
    {
        foreach (var line in diff.Split('\n').SkipLast(1))
        {
            host.Text.WriteLine(VisibleText.Of(line.TrimEnd('\r')));
        }
    }

    private sealed record ChangedFile(string What, string Path, string Remark, string? Diff);
}

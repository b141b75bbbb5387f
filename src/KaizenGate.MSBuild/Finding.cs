using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KaizenGate.MSBuild;

/// <summary>A line of the program's output: <c>path(14,15,14,17): error KZ202: text</c>. The position may be missing.</summary>
internal sealed class Finding
{
    /// <summary>The code of errors that are not findings of a rule.</summary>
    public const string NoRule = "KZ000";

    // The first match counts, because the text may contain anything.
    private static readonly Regex Line = new(
        @"^(?<file>.*?)(\((?<line>\d+),(?<column>\d+)(,\d+,\d+)?\))? ?: (?<kind>error|warning|info|message) (?<code>KZ\d{3}): (?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline
    );

    private Finding(FindingKind kind, string code, string file, int row, int column, string text)
    {
        Kind = kind;
        Code = code;
        File = file;
        Row = row;
        Column = column;
        Text = text;
    }

    public FindingKind Kind { get; }

    /// <summary>The id of the rule, or <see cref="NoRule"/>.</summary>
    public string Code { get; }

    /// <summary>The absolute path of a file, or the name of an option or variable.</summary>
    public string File { get; }

    /// <summary>From 1; 0 if unknown.</summary>
    public int Row { get; }

    /// <summary>From 1; 0 if unknown.</summary>
    public int Column { get; }

    public string Text { get; }

    /// <summary>Whether it is an error or a warning.</summary>
    public bool IsProblem => Kind is FindingKind.Error or FindingKind.Warning;

    /// <summary>Reads a line; null if it has another format.</summary>
    public static Finding? Parse(string line, string folder)
    {
        var match = Line.Match(line);
        return match.Success
            ? new Finding(
                KindOf(match.Groups["kind"].Value),
                match.Groups["code"].Value,
                FullPath(match.Groups["file"].Value, match.Groups["code"].Value, folder),
                Number(match.Groups["line"].Value),
                Number(match.Groups["column"].Value),
                match.Groups["text"].Value
            )
            : null;
    }

    /// <summary>Reads what <see cref="ToItem"/> wrote; null for other items.</summary>
    public static Finding? Of(ITaskItem item) =>
        Enum.TryParse<FindingKind>(item.GetMetadata(nameof(Kind)), out var kind)
            ? new Finding(
                kind,
                item.GetMetadata(nameof(Code)),
                item.GetMetadata(nameof(File)),
                Number(item.GetMetadata(nameof(Row))),
                Number(item.GetMetadata(nameof(Column))),
                item.GetMetadata(nameof(Text))
            )
            : null;

    public ITaskItem ToItem()
    {
        var item = new TaskItem(Code);
        item.SetLiteral(nameof(Kind), Kind.ToString());
        item.SetLiteral(nameof(Code), Code);
        item.SetLiteral(nameof(File), File);
        item.SetLiteral(nameof(Row), Row.ToString(CultureInfo.InvariantCulture));
        item.SetLiteral(nameof(Column), Column.ToString(CultureInfo.InvariantCulture));
        item.SetLiteral(nameof(Text), Text);
        return item;
    }

    /// <summary>Logs an info or a message.</summary>
    public void LogMessage(TaskLoggingHelper log) =>
        log.LogMessage(null, Code, null, File, Row, Column, 0, 0, MessageImportance.Normal, Text);

    private static FindingKind KindOf(string word) =>
        word switch
        {
            "error" => FindingKind.Error,
            "warning" => FindingKind.Warning,
            "info" => FindingKind.Info,
            _ => FindingKind.NotEvaluated,
        };

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // An error that is not a finding may be about an option or a variable instead of a file.
    private static string FullPath(string file, string code, string folder)
    {
        if (file.IndexOf('\0') >= 0)
        {
            return file;
        }

        var path = Path.Combine(folder, file);
        return code != NoRule || System.IO.File.Exists(path) ? path : file;
    }
}

/// <summary>The kind of a line, from its first word.</summary>
internal enum FindingKind
{
    Error,
    Warning,
    Info,

    /// <summary>A rule that was not evaluated: <c>message</c>.</summary>
    NotEvaluated,
}

/// <summary>Sets metadata without expanding MSBuild syntax in the value.</summary>
internal static class LiteralMetadata
{
    public static void SetLiteral(this TaskItem item, string name, string value) =>
        ((ITaskItem2)item).SetMetadataValueLiteral(name, value);
}

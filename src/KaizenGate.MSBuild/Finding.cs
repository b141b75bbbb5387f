using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KaizenGate.MSBuild;

/// <summary>A line of the program: <c>path(14,15,14,17): error KZ202: text</c>. The place may be missing.</summary>
internal sealed class Finding
{
    /// <summary>The code of what is no finding of a rule; no rule has it.</summary>
    public const string NoRule = "KZ000";

    // What is found first counts: the text is whatever people wrote.
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

    /// <summary>Absolute path, or the name of what is at fault.</summary>
    public string File { get; }

    /// <summary>From 1; 0 when there is none.</summary>
    public int Row { get; }

    /// <summary>From 1; 0 when there is none.</summary>
    public int Column { get; }

    public string Text { get; }

    /// <summary>Whether it is more than a message.</summary>
    public bool IsProblem => Kind is FindingKind.Error or FindingKind.Warning;

    /// <summary>Reads a line; null when it is none of these.</summary>
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

    /// <summary>Reads what <see cref="ToItem"/> wrote; null for another item.</summary>
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

    /// <summary>Logs what is no problem.</summary>
    public void LogMessage(TaskLoggingHelper log) =>
        log.LogMessage(null, Code, null, File, Row, Column, 0, 0, MessageImportance.Normal, Text);

    private static FindingKind KindOf(string word) =>
        word switch
        {
            "error" => FindingKind.Error,
            "warning" => FindingKind.Warning,
            "info" => FindingKind.Info,
            _ => FindingKind.Unjudged,
        };

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // What is no finding of a rule may be about an option or a variable, which is no file.
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

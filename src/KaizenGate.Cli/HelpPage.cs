using System.CommandLine;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli;

/// <summary>The help of one command as text. All its descriptions start in the same column.</summary>
/// <param name="text">Receives the page.</param>
/// <param name="width">Columns of a line, at least 40.</param>
internal sealed class HelpPage(TextWriter text, int width)
{
    private const string Indent = "  ";

    /// <summary>Longer labels are on a separate line above the description.</summary>
    private const int LongestLabel = 26;

    /// <summary>What the help of the program itself shows.</summary>
    private static readonly Example[] First =
    [
        new("check", "check the backlog of this repository"),
        new("explain KZ301", "what a rule means and how to fix a finding"),
        new("help check", "the options and examples of a command"),
    ];

    /// <summary>An entry of a list: what to type, and what it does.</summary>
    private sealed record Entry(string Label, string Description);

    public void Write(Command command)
    {
        Paragraphs("Description:", [command.Description ?? ""]);
        text.WriteLine();
        Paragraphs("Usage:", [Usage(command)]);
        (string Title, List<Entry> Entries)[] lists =
        [
            ("Arguments:", [.. command.Arguments.Where(one => !one.Hidden).Select(Of)]),
            ("Options:", [.. OptionsOf(command).Where(one => !one.Hidden).Select(Of)]),
            ("Commands:", [.. command.Subcommands.Where(one => !one.Hidden).Select(Of)]),
        ];
        var column = lists
            .SelectMany(list => list.Entries)
            .Select(entry => entry.Label.Length)
            .Where(length => length <= LongestLabel)
            .Append(0)
            .Max();
        foreach (var (title, entries) in lists.Where(list => list.Entries.Count > 0))
        {
            text.WriteLine();
            text.WriteLine(title);
            entries.ForEach(entry => Write(entry, column));
        }

        text.WriteLine();
        text.WriteLine("Examples:");
        foreach (var example in command is ExplainedCommand explained ? explained.Examples : First)
        {
            text.WriteLine($"{Indent}# {example.Purpose}");
            text.WriteLine($"{Indent}{CommandLine.Name} {example.Arguments}");
        }
    }

    private void Paragraphs(string title, IEnumerable<string> paragraphs)
    {
        text.WriteLine(title);
        foreach (var line in paragraphs.SelectMany(one => WrappedText.Lines(one, width - Indent.Length)))
        {
            text.WriteLine(Indent + line);
        }
    }

    private void Write(Entry entry, int column)
    {
        var margin = new string(' ', Indent.Length + column + 2);
        var lead = $"{Indent}{entry.Label.PadRight(column)}  ";
        if (entry.Label.Length > column)
        {
            text.WriteLine(Indent + entry.Label);
            lead = margin;
        }

        foreach (var line in WrappedText.Lines(entry.Description, width - margin.Length))
        {
            text.WriteLine((lead + line).TrimEnd());
            lead = margin;
        }
    }

    private static string Usage(Command command) =>
        string.Join(
            ' ',
            [
                CommandLine.Called(command),
                .. command.Subcommands.Count > 0 ? ["<COMMAND>"] : Array.Empty<string>(),
                .. command.Arguments.Where(one => !one.Hidden).Select(Syntax),
                "[options]",
            ]
        );

    private static string Syntax(Argument argument)
    {
        var one = $"<{argument.HelpName ?? argument.Name}>";
        var all = argument.Arity.MaximumNumberOfValues > 1 ? $"{one}..." : one;
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{all}]" : all;
    }

    /// <summary>The options of a command, then those that apply to all commands below a parent.</summary>
    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(
            command
                .Parents.OfType<Command>()
                .SelectMany(OptionsOf)
                .Where(option => option.Recursive && !command.Options.Contains(option))
        );

    private static Entry Of(Argument argument) =>
        new($"<{argument.HelpName ?? argument.Name}>", argument.Description ?? "");

    private static Entry Of(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).OrderBy(name => name.Length));
        var value = option.Arity switch
        {
            { MaximumNumberOfValues: 0 } => "",
            // A switch needs no value.
            _ when option.ValueType == typeof(bool) => "",
            { MinimumNumberOfValues: 0 } => $" [{option.HelpName}]",
            _ => $" <{option.HelpName}>",
        };
        var standard = option.HasDefaultValue && value.Length > 0 ? $" Default: {option.GetDefaultValue()}." : "";
        return new(names + value, option.Description + standard);
    }

    /// <summary>A command in the list of its parent, with the first sentence of its description.</summary>
    private static Entry Of(Command command)
    {
        var description = command.Description ?? "";
        var end = description.IndexOf(". ", StringComparison.Ordinal);
        return new(command.Name, end < 0 ? description : description[..(end + 1)]);
    }
}

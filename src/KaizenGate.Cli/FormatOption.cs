using System.CommandLine;
using System.CommandLine.Completions;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli;

/// <summary>The output format of a command: <c>--format NAME</c>, and <c>--json</c> and <c>--markdown</c> for the formats of these names.</summary>
internal sealed class FormatOption
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Markdown = "markdown";

    private readonly string[] names;
    private readonly Option<string> format;
    private readonly List<(string Name, Option<bool> Option)> switches = [];

    /// <param name="names">The formats; the first is the default.</param>
    public FormatOption(params string[] names)
    {
        this.names = names;
        format = new("--format")
        {
            HelpName = "FORMAT",
            Description = $"Output format: {string.Join(", ", names)}.",
            DefaultValueFactory = _ => names[0],
        };
        format.CompletionSources.Add(_ =>
            names.Select(name => new CompletionItem(name, detail: Purpose?.Invoke(name)))
        );
        foreach (var (name, shown) in (ReadOnlySpan<(string, string)>)[(Json, "JSON"), (Markdown, "Markdown")])
        {
            if (names.Contains(name))
            {
                switches.Add((name, new($"--{name}") { Description = $"Print {shown}, as --format {name} does." }));
            }
        }
    }

    /// <summary>The formats of a command that prints an answer.</summary>
    public static FormatOption TextOrJson() => new(Text, Json);

    /// <summary>Returns what a format is for; null if its name says so.</summary>
    public Func<string, string?>? Purpose { get; init; }

    public void AddTo(Command command)
    {
        command.Add(format);
        switches.ForEach(one => command.Add(one.Option));
    }

    /// <summary>The name of the format, as it is in the list.</summary>
    /// <exception cref="InputException">The format is unknown, or two are given.</exception>
    public string Of(ParseResult parsed)
    {
        var given = switches.FindAll(one => parsed.GetValue(one.Option)).ConvertAll(one => one.Name);
        var named = parsed.GetValue(format)!;
        var chosen =
            names.FirstOrDefault(name => name.Equals(named, StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException(
                $"unknown format {Quote.Of(named)} for --format",
                NearestName.Help(named, names)
            );
        if (given.Count > 0 && parsed.GetResult(format) is { Implicit: false } && chosen != given[0])
        {
            throw TwoFormats($"--format {chosen}", $"--{given[0]}");
        }

        return given switch
        {
            [] => chosen,
            [var one] => one,
            [var first, var second, ..] => throw TwoFormats($"--{first}", $"--{second}"),
        };
    }

    /// <exception cref="InputException">The format is unknown, or two are given.</exception>
    public bool IsJson(ParseResult parsed) => Of(parsed) == Json;

    private static InputException TwoFormats(string first, string second) =>
        new($"{first} and {second} cannot be used together", "Remove one of them.");
}

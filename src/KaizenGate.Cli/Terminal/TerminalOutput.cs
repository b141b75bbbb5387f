using System.Text;
using Spectre.Console;

namespace KaizenGate.Cli.Terminal;

/// <summary>The terminal as Spectre.Console sees it: nothing of it is guessed from the process or the environment.</summary>
/// <param name="writer">Where the text goes.</param>
/// <param name="width">Its columns.</param>
internal sealed class TerminalOutput(TextWriter writer, int width) : IAnsiConsoleOutput
{
    private const int Rows = 24;

    public TextWriter Writer => writer;

    public bool IsTerminal => true;

    public int Width => width;

    public int Height => Rows;

    /// <summary>Output is UTF-8 throughout.</summary>
    public void SetEncoding(Encoding encoding) { }

    /// <summary>A console that draws on a terminal.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="width">The columns of the terminal.</param>
    /// <param name="color">Whether colours are wanted; the sixteen that every terminal lets its user choose.</param>
    public static IAnsiConsole Console(TextWriter writer, int width, bool color)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
                Out = new TerminalOutput(writer, width),
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}

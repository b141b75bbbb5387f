using System.Buffers;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Masking;

namespace KaizenGate.Core.Transcripts;

/// <summary>
/// The name of a command: what is the same whenever it runs, such as <c>dotnet test &lt;path&gt;</c>. Numbers, paths, texts, options and
/// their values are left out or replaced, so that the name contains no contents and commands can be counted.
/// </summary>
/// <param name="Text">One line of printable characters; at most 120.</param>
/// <param name="Purpose">What the command is for.</param>
internal readonly record struct CommandName(string Text, CommandPurpose Purpose)
{
    private const int LongestName = 120;
    private const int LongestWord = 32;
    private const int MostWords = 6;
    private const int MostCommands = 3;

    /// <summary>The words that can say what a command is for.</summary>
    private const int MostPurposeWords = 4;

    private const int HashLength = 7;

    private const string PathMark = "<path>";
    private const string TextMark = "<text>";
    private const string NumberMark = "<n>";
    private const string HashMark = "<hash>";
    private const string AddressMark = "<url>";
    private const string NameMark = "<name>";

    private static readonly SearchValues<char> PlainSigns = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789:-_+"
    );

    private static readonly SearchValues<char> AssignmentSigns = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
    );

    private static readonly SearchValues<char> ValueSigns = SearchValues.Create("=0123456789");
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.,:xX%");
    private static readonly SearchValues<char> AmountSigns = SearchValues.Create("0123456789smhdkKMG");
    private static readonly SearchValues<char> HashSigns = SearchValues.Create("0123456789abcdefABCDEF-");

    private static readonly char[] PartSigns = [':', '/', '.', '_', '-', '\\'];

    /// <summary>Commands that only prepare the next one.</summary>
    private static readonly FrozenWords Preparations = new(
        "cd pushd popd export set unset source . echo printf true : sleep clear alias ulimit trap wait"
    );

    /// <summary>Programs that start the program in their arguments.</summary>
    private static readonly FrozenWords Wrappers = new(
        "sudo time env command exec nohup nice timeout stdbuf xvfb-run winpty do then"
    );

    /// <summary>Programs that run a script, whose name matters.</summary>
    private static readonly FrozenWords Interpreters = new(
        "python python2 python3 node bash sh zsh ruby perl php deno bun tsx ts-node npx pwsh powershell Rscript java uvx"
    );

    /// <summary>Programs and subcommands that only look: that they find nothing is an answer.</summary>
    private static readonly FrozenWords Lookups = new(
        "ls cat head tail less more grep egrep fgrep rg ag find fd wc stat file which whereis type pwd tree diff cmp test [ [[ sed awk jq yq cut sort uniq tr xxd du df ps env printenv whoami date uname basename dirname realpath readlink pgrep lsof id history man"
    );

    private static readonly FrozenWords GitLookups = new(
        "status log diff show branch blame grep ls-files ls-tree rev-parse remote describe cat-file reflog stash tag config"
    );

    /// <summary>Words of commands that check the work in progress: they are meant to fail until it is done.</summary>
    private static readonly FrozenWords Checks = new(
        "test tests build check lint compile typecheck type-check tsc eslint prettier stylelint biome oxlint pytest jest vitest mocha karma ava tap playwright cypress rspec minitest phpunit pest tox nox mypy pyright ruff flake8 pylint black isort clippy fmt format vet verify validate ctest msbuild xbuild gradle gradlew mvn mvnw sbt bazel ninja cmake make just javac gcc g++ clang rustc golangci-lint staticcheck shellcheck actionlint hadolint detekt ktlint spotless checkstyle xcodebuild swiftlint analyze coverage unittest nextest e2e ci pre-commit csharpier webpack rollup vite esbuild"
    );

    /// <summary>Subcommands that can follow an option.</summary>
    private static readonly FrozenWords Commands = new(
        "run install ci up down start stop restart restore publish push pull exec add remove update upgrade deploy apply plan init sync migrate"
    );

    /// <summary>Whether the program, or a word after it, checks the work in progress.</summary>
    public bool IsCheck => Purpose == CommandPurpose.Check;

    /// <summary>Names a command.</summary>
    /// <param name="line">The command as typed; any text.</param>
    /// <returns>Null when it only prepares, prints or waits.</returns>
    public static CommandName? Of(string line)
    {
        var names = new List<CommandName>();
        foreach (var pipeline in ShellWords.Of(line))
        {
            // The commands after the first one filter its output.
            foreach (var command in pipeline)
            {
                if (Named(command) is { } name)
                {
                    if (!names.Contains(name))
                    {
                        names.Add(name);
                    }

                    break;
                }
            }
        }

        // Commands that only look, such as `git status`, say little next to one that does something.
        var main = names.Where(name => name.Purpose != CommandPurpose.Look).ToList();
        main = main.Count > 0 ? main : names;
        return main.Count == 0
            ? null
            : new CommandName(
                VisibleText.Cut(string.Join(" && ", main.Take(MostCommands).Select(name => name.Text)), LongestName),
                main.Select(name => name.Purpose).Max()
            );
    }

    /// <summary>Whether a command changes files by itself, with <c>sed -i</c> or a here document.</summary>
    public static bool EditsFiles(string line) =>
        line.Contains("sed -i", StringComparison.Ordinal)
        || line.Contains("perl -pi", StringComparison.Ordinal)
        || line.Contains("git apply", StringComparison.Ordinal)
        || (line.Contains("<<", StringComparison.Ordinal) && line.Contains('>', StringComparison.Ordinal));

    private static CommandName? Named(ImmutableArray<ShellWord> words)
    {
        var at = FirstOwn(words);
        if (at >= words.Length || Preparations.Contains(words[at].Text))
        {
            return null;
        }

        var program = Program(words[at].Text);
        var isInterpreter = Interpreters.Contains(program);
        var name = new List<string> { program };
        var plain = new List<string> { program };
        var afterOption = false;
        for (var i = at + 1; i < words.Length && name.Count < MostWords; i++)
        {
            var word = words[i].Text;
            if (word.StartsWith('-'))
            {
                // The module after `python -m` is the program.
                afterOption =
                    !word.AsSpan().ContainsAny(ValueSigns) && word is not "--" && !(isInterpreter && word is "-m");
                continue;
            }

            // What follows an option is its value, unless it is a word that names a command.
            if (!afterOption || Commands.Contains(word) || Checks.Contains(word))
            {
                var isScript = isInterpreter && name.Count == 1 && !words[i].IsQuoted;
                var shown = isScript ? Script(word) : Argument(words[i]);
                plain.Add(word);
                if (shown != name[^1])
                {
                    name.Add(shown);
                }
            }

            afterOption = false;
        }

        return new CommandName(string.Join(' ', name), PurposeOf(plain));
    }

    /// <summary>The place of the first word that is not an assignment, or a program that starts another one, with its arguments.</summary>
    private static int FirstOwn(ImmutableArray<ShellWord> words)
    {
        var at = 0;
        var isWrapped = false;
        while (at < words.Length)
        {
            var word = words[at].Text;
            if (Wrappers.Contains(Program(word)))
            {
                isWrapped = true;
            }
            else if (!IsAssignment(word) && !(isWrapped && (word.StartsWith('-') || IsAmount(word))))
            {
                break;
            }

            at++;
        }

        return at;
    }

    private static CommandPurpose PurposeOf(List<string> words)
    {
        if (Lookups.Contains(words[0]) || (words[0] == "git" && words.Count > 1 && GitLookups.Contains(words[1])))
        {
            return CommandPurpose.Look;
        }

        return words.Take(MostPurposeWords).Any(IsCheckWord) || RunsOwnProgram(words)
            ? CommandPurpose.Check
            : CommandPurpose.Act;
    }

    /// <summary>Whether a command runs a program of the repository, which may be the work in progress.</summary>
    private static bool RunsOwnProgram(List<string> words) =>
        words[0].Contains('/', StringComparison.Ordinal)
        || (Interpreters.Contains(words[0]) && words.Count > 1 && words[1].Contains('.', StringComparison.Ordinal))
        || (words.Count > 1 && words[1] == "run" && words[0] is "dotnet" or "cargo" or "go" or "swift");

    /// <summary>The name of a program without its folder; of a script of the repository, with it.</summary>
    private static string Program(string word)
    {
        var path = word.Replace('\\', '/').TrimEnd('/');
        var isRelative = path.StartsWith("./", StringComparison.Ordinal);
        var own = isRelative ? path[2..] : path;
        var last = own[(own.LastIndexOf('/') + 1)..];
        var shown =
            isRelative
            || !path.StartsWith('/') && !path.StartsWith('~') && !path.Contains("bin/", StringComparison.Ordinal)
                ? own
                : last;
        shown = shown.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? shown[..^4] : shown;
        return shown.Length == 0 || shown.Contains('$', StringComparison.Ordinal) ? NameMark : Safe(shown);
    }

    /// <summary>The path of a script in the repository; the name of another one can be anything.</summary>
    private static string Script(string word)
    {
        var path = word.Replace('\\', '/');
        path = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return path.Contains(' ', StringComparison.Ordinal) || path.Contains('$', StringComparison.Ordinal) ? TextMark
            : path.StartsWith('/') || path.StartsWith('~') || path.Contains(':', StringComparison.Ordinal) ? PathMark
            : Safe(path);
    }

    private static string Safe(string text) =>
        text.Length is 0 or > 2 * LongestWord || text.Contains(' ', StringComparison.Ordinal)
            ? NameMark
            : VisibleText.Of(MaskedText.Of(text));

    private static string Argument(ShellWord word)
    {
        var text = word.Text.AsSpan();
        return text.IsEmpty || text.ContainsAny(' ', '\n') ? TextMark
            : text.Contains("://", StringComparison.Ordinal) ? AddressMark
            : MaskedText.IsEmail(text) ? MaskedText.Email
            : IsNumber(text) ? NumberMark
            : IsHash(text) ? HashMark
            : MaskedText.IsSecret(text) ? MaskedText.Secret
            : text.ContainsAny('/', '\\', '.') || text[0] is '~' or '*' ? PathMark
            : text.Length > LongestWord
            || text.ContainsAnyExcept(PlainSigns)
            || (HasDigit(text) && !IsCheckWord(word.Text))
                ? NameMark
            : word.Text;
    }

    private static bool HasDigit(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>Whether a word, or a part of it, is one of a check: <c>test:unit</c>, <c>tools/lint.sh</c>.</summary>
    private static bool IsCheckWord(string word) => Checks.Contains(word) || word.Split(PartSigns).Any(Checks.Contains);

    private static bool IsAssignment(string word)
    {
        var at = word.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && !word.AsSpan(0, at).ContainsAnyExcept(AssignmentSigns);
    }

    private static bool IsAmount(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]);

    private static bool IsNumber(ReadOnlySpan<char> word) =>
        !word.ContainsAnyExcept(NumberSigns)
        || (char.IsAsciiDigit(word[0]) && word.Length <= 5 && !word[1..].ContainsAnyExcept(AmountSigns));

    private static bool IsHash(ReadOnlySpan<char> word) =>
        word.Length >= HashLength && !word.ContainsAnyExcept(HashSigns) && word.IndexOfAnyInRange('0', '9') >= 0;
}

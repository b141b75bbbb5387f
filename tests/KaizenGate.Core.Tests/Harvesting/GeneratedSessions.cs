using KaizenGate.Core.Tests.Transcripts;

namespace KaizenGate.Core.Tests.Harvesting;

/// <summary>
/// Sessions of some weeks with planted frictions between the usual noise: work in cycles of a failing test and a change, slips, searches
/// that find nothing, missed edits, and waits for a person.
/// </summary>
/// <param name="seed">Other sessions for each.</param>
/// <param name="folder">The root of the repository.</param>
/// <param name="last">The last day.</param>
internal sealed class GeneratedSessions(int seed, string folder, DateTimeOffset last)
{
    private const string Failed = "Exit code 1\nError: it did not work";

    private static readonly string[] Files =
    [
        "src/Cart.cs",
        "src/Order.cs",
        "src/Price.cs",
        "src/Stock.cs",
        "src/Mail.cs",
        "tests/CartTests.cs",
        "tests/OrderTests.cs",
    ];

    private static readonly string[] Lookups =
    [
        "git status --short",
        "ls -la src",
        "rg -n 'total' src | head -20",
        "cat src/Cart.cs",
        "git diff HEAD~1",
        "find . -name '*.csproj'",
    ];

    private static readonly string[] Usual =
    [
        "git add -A",
        "git commit -m \"Change the total\"",
        "git fetch origin",
        "dotnet format",
        "docker ps -a",
        "gh pr view 12",
        "mkdir -p out",
        "curl -s https://example.org/health",
    ];

    private static readonly string[] Checks = ["dotnet test", "dotnet build", "npm run lint", "pytest -q"];

    /// <summary>The frictions that can be planted, with the key that must be found.</summary>
    public static IReadOnlyList<Planted> All { get; } =
    [
        new(
            "sessions|fails|terraform plan",
            (text, random) => Times(random, 3, 4, () => text.Run("terraform plan -out=p", Failed))
        ),
        new(
            "sessions|repaired|dotnet build → dotnet restore",
            (text, _) =>
                text.Run("dotnet build --no-restore 2>&1 | tail -5", Failed)
                    .Run("git status")
                    .Run("dotnet restore", seconds: 20)
                    .Run("dotnet build --no-restore")
        ),
        new(
            "sessions|repaired|python manage.py migrate → docker compose up",
            (text, _) =>
                text.Run("python manage.py migrate", Failed)
                    .Run("docker compose up -d db", seconds: 15)
                    .Run("python manage.py migrate")
        ),
        new("sessions|waits|make images", (text, random) => text.Run("make images", seconds: random.Next(240, 500))),
        new(
            "sessions|timesOut|npm install",
            (text, _) =>
                text.Run("npm install", "Command timed out after 2m 0s", seconds: 120).Run("npm install", seconds: 30)
        ),
        new(
            "sessions|fails|npm run e2e",
            (text, random) =>
                Times(random, 3, 3, () => text.Run($"npm run e2e -- --port {random.Next(1000, 9000)}", Failed))
        ),
        new(
            "sessions|refused|git push origin main",
            (text, _) =>
                Times(
                    null,
                    2,
                    2,
                    () => text.Run("git push origin main", "The user doesn't want to proceed with this tool use.")
                )
        ),
        new(
            "sessions|editMisses|src/Generated.cs",
            (text, random) =>
                Times(
                    random,
                    3,
                    5,
                    () => text.Edit($"{text.Folder}/src/Generated.cs", "String to replace not found in file.")
                )
        ),
        new(
            "sessions|rereads|src/Everything.cs",
            (text, random) => Times(random, 11, 14, () => text.Read($"{text.Folder}/src/Everything.cs"))
        ),
    ];

    private readonly Random random = new(seed);

    /// <summary>The frictions that were planted.</summary>
    public List<Planted> Planted { get; } = [];

    /// <summary>Creates the sessions, half of them of Codex.</summary>
    public IReadOnlyList<SessionText> Create(int count)
    {
        Planted.AddRange(All.Where(_ => random.Next(2) == 0));
        var sessions = new List<SessionText>();
        for (var number = 0; number < count; number++)
        {
            var start = last.AddDays(-random.Next(0, 26)).AddHours(-random.Next(0, 8));
            var session = $"00000000-{seed:d4}-{number:d4}-0000-000000000000";
            sessions.Add(
                number % 2 == 0 ? new ClaudeText(session, folder, start) : new CodexText(session, folder, start)
            );
            for (var steps = random.Next(15, 40); steps > 0; steps--)
            {
                Noise(sessions[number]);
            }
        }

        // What Codex does not report in this way is planted in sessions of Claude Code.
        var claude = sessions.Where(text => text is ClaudeText).ToList();
        foreach (var friction in Planted)
        {
            foreach (var text in claude.OrderBy(_ => random.Next()).Take(random.Next(4, 6)))
            {
                friction.Plant(text, random);
                Noise(text);
            }
        }

        return sessions;
    }

    private void Noise(SessionText text)
    {
        switch (random.Next(12))
        {
            case 0 or 1:
                RedAndGreen(text, Checks[random.Next(Checks.Length)]);
                break;
            case 2:
                text.Edit(AnyFile(text), "String to replace not found in file.")
                    .Read(AnyFile(text))
                    .Edit(AnyFile(text));
                break;
            case 3:
                text.Edit(AnyFile(text), "File has not been read yet. Read it first before writing to it.");
                break;
            case 4 when random.Next(6) == 0:
                // A slip.
                text.Run(Usual[random.Next(Usual.Length)], Failed).Run("git status");
                break;
            case 5:
                text.Run($"grep -rn nothing{random.Next(100)} src", Failed).Run("ls missing", Failed);
                break;
            case 6 when text is ClaudeText && random.Next(8) == 0:
                // Someone was asked to allow it, and was away. Codex does not measure that.
                text.Run("gh pr create --fill", seconds: random.Next(700, 9000));
                break;
            case 7 or 8:
                text.Run(Lookups[random.Next(Lookups.Length)]);
                break;
            case 9:
                text.Read(AnyFile(text));
                break;
            default:
                text.Run(Usual[random.Next(Usual.Length)], seconds: random.NextDouble() * 20);
                break;
        }
    }

    /// <summary>A check that fails until changes make it pass.</summary>
    private void RedAndGreen(SessionText text, string check)
    {
        for (var cycles = random.Next(1, 5); cycles > 0; cycles--)
        {
            text.Run(check, Failed, seconds: random.Next(2, 40));
            text.Read(AnyFile(text)).Edit(AnyFile(text));
        }

        text.Run(check, seconds: random.Next(2, 40));
    }

    private string AnyFile(SessionText text) => $"{text.Folder}/{Files[random.Next(Files.Length)]}";

    private static void Times(Random? random, int least, int most, Action action)
    {
        for (var count = random?.Next(least, most + 1) ?? least; count > 0; count--)
        {
            action();
        }
    }
}

/// <summary>A friction in generated sessions.</summary>
/// <param name="Key">The key that must be found.</param>
/// <param name="Plant">Writes it once to a session.</param>
internal sealed record Planted(string Key, Action<SessionText, Random> Plant);

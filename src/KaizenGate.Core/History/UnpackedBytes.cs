using System.Buffers.Binary;
using System.Text;

namespace KaizenGate.Core.History;

/// <summary>Reads what <see cref="PackedBytes"/> wrote. Corrupt bytes neither loop endlessly nor allocate more memory than they could fill.</summary>
/// <exception cref="InvalidDataException">The bytes are corrupt.</exception>
internal ref struct UnpackedBytes(ReadOnlySpan<byte> bytes)
{
    private readonly List<string> texts = [];
    private readonly List<ItemState> states = [];
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool IsAtEnd => rest.IsEmpty;

    public ulong Number()
    {
        var number = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }

        throw Damaged();
    }

    /// <summary>Reads a number of values, each of which takes at least one byte.</summary>
    public int Count() => Below(Number(), (ulong)rest.Length + 1);

    /// <summary>Reads a number from 0 to below a limit.</summary>
    public int Below(int limit) => Below(Number(), (ulong)limit);

    public bool Flag() => Below(2) == 1;

    public DateOnly? Day() =>
        Number() is > 0 and var number
            ? DateOnly.FromDayNumber(Below(number - 1, (ulong)DateOnly.MaxValue.DayNumber + 1))
            : null;

    public double? Amount() =>
        Number() switch
        {
            0 => null,
            1 => BitConverter.UInt64BitsToDouble(Fixed()),
            var number => Below(number - 2, 1 << 20),
        };

    public ulong Fixed() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public string? Text()
    {
        switch (Number())
        {
            case 0:
                return null;
            case 1:
                texts.Add(Encoding.UTF8.GetString(Take(Count())));
                return texts[^1];
            case var number:
                return texts[Below(number - 2, (ulong)texts.Count)];
        }
    }

    public string RequiredText() => Text() ?? throw Damaged();

    public ItemState State()
    {
        if (Below(states.Count + 1) is > 0 and var number)
        {
            return states[number - 1];
        }

        var state = new ItemState
        {
            Key = RequiredText(),
            SharedKey = Text(),
            Id = Text(),
            Title = RequiredText(),
            Status = (Status)Below((int)Status.Rejected + 1),
            Impact = Amount(),
            Effort = Amount(),
            Score = Amount(),
            Captured = Day(),
            Started = Day(),
            Completed = Day(),
            Sightings = Below(Number(), int.MaxValue),
            Fingerprint = Fixed(),
            Outcome = Flag() ? Outcome() : null,
        };
        states.Add(state);
        return state;
    }

    private StatedOutcome Outcome() =>
        new()
        {
            Category = Below((int)Category.Feature + 2) is > 0 and var category ? (Category)(category - 1) : null,
            TimeSpent = Amount(),
            HoursSaved = Amount(),
            SavedPerWeek = Amount(),
            Roi = Amount(),
            Measured = Text(),
            HasFigure = Flag(),
        };

    public static InvalidDataException Damaged() => new("the cached history is damaged");

    private static int Below(ulong number, ulong limit) => number < limit ? (int)number : throw Damaged();

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > rest.Length)
        {
            throw Damaged();
        }

        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}

import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferRouterOutputs } from '@trpc/server'
import { type FormEvent, useState } from 'react'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { trpc } from '../../api.ts'
import { dateWhen } from '../../ui/dates.ts'
import { SmallFormButtons } from '../../ui/form-buttons.tsx'
import { inBytes } from '../../ui/sizes.ts'
import { useOffice } from '../office/use-office.ts'
import { FilePicture } from './file-picture.tsx'
import classes from './files.module.css'
import { useFileSteps } from './use-file-steps.ts'

type File = inferRouterOutputs<AppRouter>['files']['list'][number]

/** Images are shown in a page of their own; all else is saved, because it came from a stranger's machine. */
const SHOWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** One file: what it is, how large, who put it there and when. */
export function FileRow({ file }: { file: File }) {
  const { office, mayChange } = useOffice()
  const [renaming, setRenaming] = useState(false)
  const { id, name, type, bytes, at, origin } = file
  return (
    <li className={classes.row}>
      <FilePicture type={type} className={classes.picture} />
      <div className={classes.words}>
        {renaming ? (
          <RenameForm id={id} name={name} onDone={() => setRenaming(false)} />
        ) : (
          <a className={classes.name} title={name} {...opening(file)}>
            {name}
          </a>
        )}
        <div className={classes.detail}>
          {inBytes(bytes)}, <Origin file={file} />, {dateWhen(at, office.timeZone)}
        </div>
      </div>
      {mayChange && origin === 'member' && <FileMenu id={id} name={name} onRename={() => setRenaming(true)} />}
    </li>
  )
}

function opening({ id, name, type, origin }: File) {
  if (origin === 'message') return { href: `/files/attachments/${id}`, download: name }
  if (SHOWN.includes(type)) return { href: `/files/kept/${id}?show`, target: '_blank', rel: 'noreferrer' }
  return { href: `/files/kept/${id}`, download: name }
}

/** Who put it there, or the message that it came with. */
function Origin({ file: { authorId, sender, conversationId } }: { file: File }) {
  const { data } = useQuery(trpc.office.members.queryOptions())
  if (conversationId === null)
    return <>{data?.members.find(({ userId }) => userId === authorId)?.name ?? 'a former member'}</>
  return (
    <Link to="/inbox/$conversationId" params={{ conversationId }}>
      from a message of {sender}
    </Link>
  )
}

type MenuFace = { id: string; name: string; onRename: () => void }

function FileMenu({ id, name, onRename }: MenuFace) {
  const { remove } = useFileSteps()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`More about ${name}`}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={`/files/kept/${id}`} download={name}>
          Download
        </Menu.Item>
        <Menu.Item onClick={onRename}>Rename</Menu.Item>
        <Menu.Item onClick={() => remove(id)}>Delete</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function RenameForm({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const [typed, setTyped] = useState(name)
  const { rename, renaming } = useFileSteps(onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim()) rename(id, typed)
  }
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <TextInput
        size="xs"
        aria-label="Name of the file"
        autoFocus
        value={typed}
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(0, endOfStem(name))}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <SmallFormButtons submit="Rename" pending={renaming} onCancel={onDone} />
    </form>
  )
}

/** Where the ending of a file's name begins: what stands before it is what a person wants to change. */
const endOfStem = (name: string) => (name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length)

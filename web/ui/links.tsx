import { ActionIcon, type ActionIconProps, Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type Native<Props> = Props & Omit<ComponentPropsWithRef<'a'>, keyof Props>

/** The library's parts as links of the router: `to`, `params` and `search` are checked against the routes. */
export const AnchorLink = createLink((props: Native<AnchorProps>) => <Anchor {...props} />)
export const ButtonLink = createLink((props: Native<ButtonProps>) => <Button component="a" {...props} />)
export const ActionIconLink = createLink((props: Native<ActionIconProps>) => <ActionIcon component="a" {...props} />)
